using MediatR;
using System.Text.Json;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Rest.Deployments;

/// <summary>Merges a spec into that of a FlinkDeployment.</summary>
sealed record UpdateDeployment(string Deployment, JsonElement Spec) : IRequest<Reply>;

sealed class UpdateDeploymentHandler(ResourceRequests requests) : IRequestHandler<UpdateDeployment, Reply>
{
    public Task<Reply> Handle(UpdateDeployment request, CancellationToken cancellationToken) =>
        requests.Update(FlinkResourceTypes.Deployments, "Deployment", request.Deployment, request.Spec, cancellationToken);
}
