using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.Clusters;

/// <summary>Names of all FlinkClusters.</summary>
sealed record ListClusters : IRequest<Reply>;

sealed class ListClustersHandler(ResourceLookup lookup) : IRequestHandler<ListClusters, Reply>
{
    public Task<Reply> Handle(ListClusters request, CancellationToken cancellationToken) =>
        Task.FromResult(Outputs.Names(lookup.ClusterNames()));
}
