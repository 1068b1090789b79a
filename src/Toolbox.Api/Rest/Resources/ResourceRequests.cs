using System.Text.Json;
using Toolbox.Api.Rest.Replies;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Api.Rest.Resources;

/// <summary>Hands what users ask for to the API server and tells what it answered. Who reads afterwards sees what was written.</summary>
sealed class ResourceRequests(RestWorld world, UserWrites writes)
{
    public async Task<Reply> Ask(FlinkResource? resource, string kind, string action, bool? withoutSavepoint, CancellationToken cancellation) =>
        resource is null
            ? UpstreamReplies.NotFound(kind)
            : Written(FlinkResourceTypes.Of(resource), kind, await writes.Request(resource, action, withoutSavepoint, cancellation));

    public async Task<Reply> Create(ResourceType<FlinkResource> type, string kind, string name, JsonElement spec, CancellationToken cancellation) =>
        Written(type, kind, await writes.Create(type, name, spec, cancellation));

    public async Task<Reply> Update(ResourceType<FlinkResource> type, string kind, string name, JsonElement spec, CancellationToken cancellation) =>
        PathName.CanExist(name) ? Written(type, kind, await writes.Update(type, name, spec, cancellation)) : UpstreamReplies.NotFound(kind);

    public async Task<Reply> Scale(ResourceType<FlinkResource> type, string kind, string name, int number, CancellationToken cancellation) =>
        PathName.CanExist(name) ? UpstreamReplies.From(await writes.Scale(type, name, number, cancellation), kind) : UpstreamReplies.NotFound(kind);

    public async Task<Reply> Delete(ResourceType<FlinkResource> type, string kind, string name, CancellationToken cancellation) =>
        PathName.CanExist(name) ? UpstreamReplies.From(await writes.Delete(type, name, cancellation), kind) : UpstreamReplies.NotFound(kind);

    Reply Written(ResourceType<FlinkResource> type, string kind, Answer<FlinkResource> answer)
    {
        if (answer.IsOk(out var resource)) Cache(type).Offer(resource);
        return UpstreamReplies.From(answer, kind);
    }

    ResourceCache<FlinkResource> Cache(ResourceType<FlinkResource> type) =>
        type == FlinkResourceTypes.Deployments ? world.Deployments : type == FlinkResourceTypes.Clusters ? world.Clusters : world.Jobs;
}
