using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.Clusters;

/// <summary>Asks a cluster to stop, with or without savepoints of its jobs.</summary>
sealed record StopCluster(string Cluster, bool WithoutSavepoint) : IRequest<Reply>;

sealed class StopClusterHandler(ResourceLookup lookup, ResourceRequests requests) : IRequestHandler<StopCluster, Reply>
{
    public Task<Reply> Handle(StopCluster request, CancellationToken cancellationToken) =>
        requests.Ask(lookup.Cluster(request.Cluster), "Cluster", "STOP", request.WithoutSavepoint, cancellationToken);
}
