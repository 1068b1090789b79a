using MediatR;
using System.Text.Json;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Rest.Deployments;

/// <summary>Creates a FlinkDeployment of a spec.</summary>
sealed record CreateDeployment(string Deployment, JsonElement Spec) : IRequest<Reply>;

sealed class CreateDeploymentHandler(ResourceRequests requests) : IRequestHandler<CreateDeployment, Reply>
{
    public Task<Reply> Handle(CreateDeployment request, CancellationToken cancellationToken) =>
        requests.Create(FlinkResourceTypes.Deployments, "Deployment", request.Deployment, request.Spec, cancellationToken);
}
