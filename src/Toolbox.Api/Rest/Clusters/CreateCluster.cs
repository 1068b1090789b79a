using MediatR;
using System.Text.Json;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Rest.Clusters;

/// <summary>Creates a FlinkCluster of a spec.</summary>
sealed record CreateCluster(string Cluster, JsonElement Spec) : IRequest<Reply>;

sealed class CreateClusterHandler(ResourceRequests requests) : IRequestHandler<CreateCluster, Reply>
{
    public Task<Reply> Handle(CreateCluster request, CancellationToken cancellationToken) =>
        requests.Create(FlinkResourceTypes.Clusters, "Cluster", request.Cluster, request.Spec, cancellationToken);
}
