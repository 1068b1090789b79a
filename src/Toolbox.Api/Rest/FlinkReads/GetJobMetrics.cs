using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.FlinkReads;

/// <summary>Metrics of a job.</summary>
sealed record GetJobMetrics(string Cluster, string Job) : IRequest<Reply>;

sealed class GetJobMetricsHandler(ResourceLookup lookup, JobManagers jobManagers) : IRequestHandler<GetJobMetrics, Reply>
{
    public Task<Reply> Handle(GetJobMetrics request, CancellationToken cancellationToken) =>
        jobManagers.OfJob(lookup, request.Cluster, request.Job, async (flink, jobId) => UpstreamReplies.From(
            await flink.JobMetricsAsync(Uri.EscapeDataString(jobId), MetricTable.Job.Names, cancellationToken), "Job", MetricTable.Job.Output), cancellationToken);
}
