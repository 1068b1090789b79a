using System.Text.Json.Nodes;

namespace Toolbox.KubernetesApi;

public sealed partial class KubernetesApiClient
{
    /// <summary>Creates an object; its name, or the beginning of a generated one, is in its metadata.</summary>
    public Task<Answer<T>> Create<T>(
        ResourceType<T> type, string? @namespace, T value, WriteOptions? options = null, CancellationToken cancellation = default) =>
        Write(type, HttpMethod.Post, Addresses.Home(type, @namespace), Bodies.Write(type, value), "application/json", options, cancellation);

    /// <summary>Posts to a subresource that acts, for example <c>binding</c>, <c>eviction</c> or <c>token</c>.</summary>
    public Task<Answer<JsonNode>> CreateSubresource<T>(
        ResourceType<T> type, string? @namespace, string name, string subresource, JsonNode body, CancellationToken cancellation = default) =>
        _transport.Send(
            new ApiRequest(HttpMethod.Post, Addresses.Item(type, @namespace, name, subresource), Bodies.Write(body)),
            Bodies.ReadNode,
            cancellation);

    /// <summary>Replaces a whole object; a resource version in its metadata makes this conditional.</summary>
    public Task<Answer<T>> Replace<T>(
        ResourceType<T> type, string? @namespace, T value, WriteOptions? options = null, CancellationToken cancellation = default) =>
        Write(
            type, HttpMethod.Put, Addresses.Item(type, @namespace, ObjectMetadata.Key(value).Name, options?.Subresource),
            Bodies.Write(type, value), "application/json", options, cancellation);

    /// <summary>Replaces the status of an object and nothing else of it.</summary>
    public Task<Answer<T>> ReplaceStatus<T>(
        ResourceType<T> type, string? @namespace, T value, WriteOptions? options = null, CancellationToken cancellation = default) =>
        Replace(type, @namespace, value, (options ?? new WriteOptions()) with { Subresource = "status" }, cancellation);

    /// <summary>Server-side apply: fields of ours that are left out are removed. <see cref="WriteOptions.FieldManager"/> is needed.</summary>
    public Task<Answer<T>> Apply<T>(
        ResourceType<T> type, string? @namespace, string name, T value, WriteOptions options, CancellationToken cancellation = default) =>
        Apply(type, @namespace, name, Bodies.Write(type, value), options, cancellation);

    /// <summary>Server-side apply of a body that names only the fields that shall be owned.</summary>
    public Task<Answer<T>> Apply<T>(
        ResourceType<T> type, string? @namespace, string name, JsonNode body, WriteOptions options, CancellationToken cancellation = default) =>
        Apply(type, @namespace, name, Bodies.Write(body), options, cancellation);

    /// <summary>Merge patch (RFC 7386): <c>null</c> removes, lists are replaced.</summary>
    public Task<Answer<T>> MergePatch<T>(
        ResourceType<T> type, string? @namespace, string name, JsonNode patch, WriteOptions? options = null, CancellationToken cancellation = default) =>
        Patch(type, @namespace, name, "application/merge-patch+json", Bodies.Write(patch), options, cancellation);

    /// <summary>JSON patch (RFC 6902): a list of operations, of which a failing <c>test</c> refuses all.</summary>
    public Task<Answer<T>> JsonPatch<T>(
        ResourceType<T> type, string? @namespace, string name, JsonArray patch, WriteOptions? options = null, CancellationToken cancellation = default) =>
        Patch(type, @namespace, name, "application/json-patch+json", Bodies.Write(patch), options, cancellation);

    /// <summary>Strategic merge patch: lists with keys are merged. Built-in resources only.</summary>
    public Task<Answer<T>> StrategicPatch<T>(
        ResourceType<T> type, string? @namespace, string name, JsonNode patch, WriteOptions? options = null, CancellationToken cancellation = default) =>
        Patch(type, @namespace, name, "application/strategic-merge-patch+json", Bodies.Write(patch), options, cancellation);

    public Task<Answer<Deletion>> Delete<T>(
        ResourceType<T> type, string? @namespace, string name, DeleteOptions? options = null, CancellationToken cancellation = default) =>
        _transport.Send(
            new ApiRequest(HttpMethod.Delete, Addresses.Item(type, @namespace, name), options is null ? null : Bodies.Write(options.Body())),
            Bodies.ReadDeletion,
            cancellation);

    /// <summary>Deletes what the selectors of <paramref name="which"/> choose in one namespace; answers with what was deleted.</summary>
    public Task<Answer<ResourceList<T>>> DeleteCollection<T>(
        ResourceType<T> type, string? @namespace, ListOptions? which = null, DeleteOptions? options = null, CancellationToken cancellation = default) =>
        _transport.Send(
            new ApiRequest(
                HttpMethod.Delete, Addresses.Home(type, @namespace) + which?.Query(), options is null ? null : Bodies.Write(options.Body())),
            body => ListReader.Read(type, body),
            cancellation);

    Task<Answer<T>> Apply<T>(
        ResourceType<T> type, string? @namespace, string name, byte[] body, WriteOptions options, CancellationToken cancellation) =>
        string.IsNullOrEmpty(options.FieldManager)
            ? throw new ArgumentException("an apply needs a field manager", nameof(options))
            : Patch(type, @namespace, name, "application/apply-patch+yaml", body, options, cancellation);

    Task<Answer<T>> Patch<T>(
        ResourceType<T> type, string? @namespace, string name, string contentType, byte[] body, WriteOptions? options, CancellationToken cancellation) =>
        Write(
            type, HttpMethod.Patch, Addresses.Item(type, @namespace, name, options?.Subresource), body, contentType, options, cancellation);

    Task<Answer<T>> Write<T>(
        ResourceType<T> type, HttpMethod method, string address, byte[] body, string contentType, WriteOptions? options, CancellationToken cancellation)
    {
        var query = (options ?? new WriteOptions()).Query();
        // Only an apply knows the parameter; other patches with it are refused.
        if (contentType == "application/apply-patch+yaml") query.Add("force", options is { Force: true } ? "true" : "false");
        return _transport.Send(
            new ApiRequest(method, address + query, body, contentType), answer => Bodies.Read(type, answer), cancellation);
    }
}
