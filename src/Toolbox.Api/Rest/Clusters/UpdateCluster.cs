using MediatR;
using System.Text.Json;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Rest.Clusters;

/// <summary>Merges a spec into that of a FlinkCluster.</summary>
sealed record UpdateCluster(string Cluster, JsonElement Spec) : IRequest<Reply>;

sealed class UpdateClusterHandler(ResourceRequests requests) : IRequestHandler<UpdateCluster, Reply>
{
    public Task<Reply> Handle(UpdateCluster request, CancellationToken cancellationToken) =>
        requests.Update(FlinkResourceTypes.Clusters, "Cluster", request.Cluster, request.Spec, cancellationToken);
}
