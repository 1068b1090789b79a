using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.Clusters;

/// <summary>Asks a cluster to start, or to restart when it runs.</summary>
sealed record StartCluster(string Cluster, bool WithoutSavepoint) : IRequest<Reply>;

sealed class StartClusterHandler(ResourceLookup lookup, ResourceRequests requests) : IRequestHandler<StartCluster, Reply>
{
    public Task<Reply> Handle(StartCluster request, CancellationToken cancellationToken) =>
        requests.Ask(lookup.Cluster(request.Cluster), "Cluster", "START", request.WithoutSavepoint, cancellationToken);
}
