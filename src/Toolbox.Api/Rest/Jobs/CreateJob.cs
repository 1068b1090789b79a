using MediatR;
using System.Text.Json;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Rest.Jobs;

/// <summary>Creates a FlinkJob of a spec.</summary>
sealed record CreateJob(string Cluster, string Job, JsonElement Spec) : IRequest<Reply>;

sealed class CreateJobHandler(ResourceRequests requests) : IRequestHandler<CreateJob, Reply>
{
    public Task<Reply> Handle(CreateJob request, CancellationToken cancellationToken) =>
        requests.Create(FlinkResourceTypes.Jobs, "Job", ResourceLookup.JobName(request.Cluster, request.Job), request.Spec, cancellationToken);
}
