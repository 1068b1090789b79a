using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Rest.Jobs;

/// <summary>Sets the parallelism of a job; 0 suspends it.</summary>
sealed record ScaleJob(string Cluster, string Job, int Parallelism) : IRequest<Reply>;

sealed class ScaleJobHandler(ResourceLookup lookup, ResourceRequests requests) : IRequestHandler<ScaleJob, Reply>
{
    public Task<Reply> Handle(ScaleJob request, CancellationToken cancellationToken) =>
        lookup.BelongsElsewhere(request.Cluster, request.Job)
            ? Task.FromResult<Reply>(UpstreamReplies.NotFound("Job"))
            : requests.Scale(FlinkResourceTypes.Jobs, "Job", ResourceLookup.JobName(request.Cluster, request.Job), request.Parallelism, cancellationToken);
}
