using System.Collections.Immutable;
using Toolbox.Api.Rest.FlinkReads;

namespace Toolbox.Api.Rest.Routes;

/// <summary>Routes that are answered by the JobManager of a cluster.</summary>
static class FlinkRoutes
{
    const string Cluster = "/clusters/{cluster}";
    const string Job = Cluster + "/jobs/{job}";
    const string TaskManager = Cluster + "/taskmanagers/{taskmanager}";

    static readonly RouteBody None = new RouteBody.Ignored();

    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", Job + "/details", "getJobDetails", "What Flink tells of a job.", None, RouteOutput.JobDetails,
            call => new GetJobDetails(call.Cluster, call.Job)),
        new("GET", Job + "/metrics", "getJobMetrics", "Metrics of a job.", None, RouteOutput.JobMetrics, call => new GetJobMetrics(call.Cluster, call.Job)),
        new("GET", Cluster + "/jobmanager/metrics", "getJobManagerMetrics", "Metrics of the JobManager.", None, RouteOutput.ProcessMetrics,
            call => new GetJobManagerMetrics(call.Cluster)),
        new("GET", Cluster + "/taskmanagers", "listTaskManagers", "The TaskManagers of a cluster.", None, RouteOutput.TaskManagers,
            call => new ListTaskManagers(call.Cluster)),
        new("GET", TaskManager + "/details", "getTaskManagerDetails", "What Flink tells of a TaskManager.", None, RouteOutput.TaskManagerDetails,
            call => new GetTaskManagerDetails(call.Cluster, call.TaskManager)),
        new("GET", TaskManager + "/metrics", "getTaskManagerMetrics", "Metrics of a TaskManager.", None, RouteOutput.ProcessMetrics,
            call => new GetTaskManagerMetrics(call.Cluster, call.TaskManager)),
    ];
}
