using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Rest.Clusters;

/// <summary>Deletes a FlinkCluster.</summary>
sealed record DeleteCluster(string Cluster) : IRequest<Reply>;

sealed class DeleteClusterHandler(ResourceRequests requests) : IRequestHandler<DeleteCluster, Reply>
{
    public Task<Reply> Handle(DeleteCluster request, CancellationToken cancellationToken) =>
        requests.Delete(FlinkResourceTypes.Clusters, "Cluster", request.Cluster, cancellationToken);
}
