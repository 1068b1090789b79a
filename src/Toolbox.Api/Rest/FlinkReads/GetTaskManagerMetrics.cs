using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;
using Toolbox.Flink;

namespace Toolbox.Api.Rest.FlinkReads;

/// <summary>Metrics of a TaskManager.</summary>
sealed record GetTaskManagerMetrics(string Cluster, string TaskManager) : IRequest<Reply>;

sealed class GetTaskManagerMetricsHandler(ResourceLookup lookup, JobManagers jobManagers) : IRequestHandler<GetTaskManagerMetrics, Reply>
{
    public Task<Reply> Handle(GetTaskManagerMetrics request, CancellationToken cancellationToken) =>
        jobManagers.OfTaskManager(lookup, request.Cluster, request.TaskManager, flink => Read(flink, request.TaskManager, cancellationToken), cancellationToken);

    // Flink answers with no metrics for a TaskManager that it does not know, so its absence has to be asked for.
    static async Task<Reply> Read(FlinkClient flink, string id, CancellationToken cancellation)
    {
        var metrics = await flink.TaskManagerMetricsAsync(id, MetricTable.Process.Names, cancellation);
        if (metrics is FlinkAnswer<IReadOnlyDictionary<string, string>>.Ok { Value.Count: 0 } && await flink.TaskManagerAsync(id, cancellation) is FlinkAnswer<TaskManager>.NotFound)
            return UpstreamReplies.NotFound("TaskManager");
        return UpstreamReplies.From(metrics, "TaskManager", MetricTable.Process.Output);
    }
}
