using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.FlinkReads;

/// <summary>Metrics of the JobManager of a cluster.</summary>
sealed record GetJobManagerMetrics(string Cluster) : IRequest<Reply>;

sealed class GetJobManagerMetricsHandler(ResourceLookup lookup, JobManagers jobManagers) : IRequestHandler<GetJobManagerMetrics, Reply>
{
    public Task<Reply> Handle(GetJobManagerMetrics request, CancellationToken cancellationToken) =>
        jobManagers.Of(lookup, request.Cluster, async flink => UpstreamReplies.From(
            await flink.JobManagerMetricsAsync(MetricTable.Process.Names, cancellationToken), "JobManager", MetricTable.Process.Output), cancellationToken);
}
