using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Rest.Deployments;

/// <summary>Deletes a FlinkDeployment.</summary>
sealed record DeleteDeployment(string Deployment) : IRequest<Reply>;

sealed class DeleteDeploymentHandler(ResourceRequests requests) : IRequestHandler<DeleteDeployment, Reply>
{
    public Task<Reply> Handle(DeleteDeployment request, CancellationToken cancellationToken) =>
        requests.Delete(FlinkResourceTypes.Deployments, "Deployment", request.Deployment, cancellationToken);
}
