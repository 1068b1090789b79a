using MediatR;
using System.Text.Json;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Rest.Jobs;

/// <summary>Merges a spec into that of a FlinkJob.</summary>
sealed record UpdateJob(string Cluster, string Job, JsonElement Spec) : IRequest<Reply>;

sealed class UpdateJobHandler(ResourceLookup lookup, ResourceRequests requests) : IRequestHandler<UpdateJob, Reply>
{
    public Task<Reply> Handle(UpdateJob request, CancellationToken cancellationToken) =>
        lookup.BelongsElsewhere(request.Cluster, request.Job)
            ? Task.FromResult<Reply>(UpstreamReplies.NotFound("Job"))
            : requests.Update(FlinkResourceTypes.Jobs, "Job", ResourceLookup.JobName(request.Cluster, request.Job), request.Spec, cancellationToken);
}
