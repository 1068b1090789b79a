using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.Deployments;

/// <summary>Names of all FlinkDeployments.</summary>
sealed record ListDeployments : IRequest<Reply>;

sealed class ListDeploymentsHandler(ResourceLookup lookup) : IRequestHandler<ListDeployments, Reply>
{
    public Task<Reply> Handle(ListDeployments request, CancellationToken cancellationToken) =>
        Task.FromResult(Outputs.Names(lookup.DeploymentNames()));
}
