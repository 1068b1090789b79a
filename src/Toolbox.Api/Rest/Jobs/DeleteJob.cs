using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Rest.Jobs;

/// <summary>Deletes a FlinkJob.</summary>
sealed record DeleteJob(string Cluster, string Job) : IRequest<Reply>;

sealed class DeleteJobHandler(ResourceLookup lookup, ResourceRequests requests) : IRequestHandler<DeleteJob, Reply>
{
    public Task<Reply> Handle(DeleteJob request, CancellationToken cancellationToken) =>
        lookup.BelongsElsewhere(request.Cluster, request.Job)
            ? Task.FromResult<Reply>(UpstreamReplies.NotFound("Job"))
            : requests.Delete(FlinkResourceTypes.Jobs, "Job", ResourceLookup.JobName(request.Cluster, request.Job), cancellationToken);
}
