using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.FlinkReads;

/// <summary>What Flink tells of a job: vertices, plan, times.</summary>
sealed record GetJobDetails(string Cluster, string Job) : IRequest<Reply>;

sealed class GetJobDetailsHandler(ResourceLookup lookup, JobManagers jobManagers) : IRequestHandler<GetJobDetails, Reply>
{
    public Task<Reply> Handle(GetJobDetails request, CancellationToken cancellationToken) =>
        jobManagers.OfJob(lookup, request.Cluster, request.Job, async (flink, jobId) => UpstreamReplies.From(
            await flink.JsonAsync($"jobs/{Uri.EscapeDataString(jobId)}", cancellationToken), "Job", json => json.GetRawText()), cancellationToken);
}
