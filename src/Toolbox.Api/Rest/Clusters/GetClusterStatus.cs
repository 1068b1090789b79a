using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;

namespace Toolbox.Api.Rest.Clusters;

/// <summary>Status of a FlinkCluster.</summary>
sealed record GetClusterStatus(string Cluster) : IRequest<Reply>;

sealed class GetClusterStatusHandler(ResourceLookup lookup) : IRequestHandler<GetClusterStatus, Reply>
{
    public Task<Reply> Handle(GetClusterStatus request, CancellationToken cancellationToken) =>
        Task.FromResult(Outputs.Status(lookup.Cluster(request.Cluster), "Cluster"));
}
