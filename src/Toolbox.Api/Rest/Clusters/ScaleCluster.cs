using MediatR;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Rest.Clusters;

/// <summary>Sets the number of TaskManagers of a cluster.</summary>
sealed record ScaleCluster(string Cluster, int TaskManagers) : IRequest<Reply>;

sealed class ScaleClusterHandler(ResourceRequests requests) : IRequestHandler<ScaleCluster, Reply>
{
    public Task<Reply> Handle(ScaleCluster request, CancellationToken cancellationToken) =>
        requests.Scale(FlinkResourceTypes.Clusters, "Cluster", request.Cluster, request.TaskManagers, cancellationToken);
}
