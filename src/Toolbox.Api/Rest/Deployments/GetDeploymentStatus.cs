using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.Deployments;

/// <summary>Status of a FlinkDeployment.</summary>
sealed record GetDeploymentStatus(string Deployment) : IRequest<Reply>;

sealed class GetDeploymentStatusHandler(ResourceLookup lookup) : IRequestHandler<GetDeploymentStatus, Reply>
{
    public Task<Reply> Handle(GetDeploymentStatus request, CancellationToken cancellationToken) =>
        Task.FromResult(Outputs.Status(lookup.Deployment(request.Deployment), "Deployment"));
}
