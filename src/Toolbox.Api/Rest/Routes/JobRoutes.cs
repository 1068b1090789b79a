using System.Collections.Immutable;
using Toolbox.Api.Rest.Jobs;

namespace Toolbox.Api.Rest.Routes;

/// <summary>Routes of FlinkJobs; the name of a job in a path is its own, without that of its cluster.</summary>
static class JobRoutes
{
    const string Every = "/clusters/{cluster}/jobs";
    const string One = Every + "/{job}";
    const string Savepoint = One + "/savepoint";
    const string WithoutSavepoint = "withoutSavepoint";
    const string Parallelism = "parallelism";

    static readonly RouteBody None = new RouteBody.Ignored();
    static readonly RouteBody Spec = new RouteBody.Spec("FlinkJob", ["bootstrap", "savepoint", "restart"]);
    static readonly RouteBody Choice = new RouteBody.Flag(WithoutSavepoint);

    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", Every, "listJobs", "Names of the jobs of a cluster.", None, RouteOutput.Names, call => new ListJobs(call.Cluster)),
        new("GET", One + "/status", "getJobStatus", "Status of a job; no output while it has none.", None, RouteOutput.JobStatus,
            call => new GetJobStatus(call.Cluster, call.Job)),
        new("POST", One, "createJob", "Creates a job of a spec.", Spec, RouteOutput.None, call => new CreateJob(call.Cluster, call.Job, call.Body)),
        new("PUT", One, "updateJob", "Merges a spec into that of a job.", Spec, RouteOutput.None, call => new UpdateJob(call.Cluster, call.Job, call.Body)),
        new("DELETE", One, "deleteJob", "Deletes a job.", None, RouteOutput.None, call => new DeleteJob(call.Cluster, call.Job)),
        new("PUT", One + "/start", "startJob", "Asks a job to start, from its newest restore point or empty.", Choice, RouteOutput.None,
            call => new StartJob(call.Cluster, call.Job, call.Flag(WithoutSavepoint))),
        new("PUT", One + "/stop", "stopJob", "Asks a job to stop.", Choice, RouteOutput.None,
            call => new StopJob(call.Cluster, call.Job, call.Flag(WithoutSavepoint))),
        new("PUT", One + "/scale", "scaleJob", "Sets the parallelism of a job; 0 suspends it.", new RouteBody.Number(Parallelism), RouteOutput.None,
            call => new ScaleJob(call.Cluster, call.Job, call.Number(Parallelism))),
        new("PUT", Savepoint, "triggerSavepoint", "Asks a job to take a savepoint.", None, RouteOutput.None,
            call => new TriggerSavepoint(call.Cluster, call.Job)),
        new("PUT", Savepoint + "/trigger", "triggerSavepointByName", "Asks a job to take a savepoint.", None, RouteOutput.None,
            call => new TriggerSavepoint(call.Cluster, call.Job)),
        new("DELETE", Savepoint, "forgetSavepoint", "Asks a job to forget its savepoints; the files stay.", None, RouteOutput.None,
            call => new ForgetSavepoint(call.Cluster, call.Job)),
        new("PUT", Savepoint + "/forget", "forgetSavepointByName", "Asks a job to forget its savepoints; the files stay.", None, RouteOutput.None,
            call => new ForgetSavepoint(call.Cluster, call.Job)),
    ];
}
