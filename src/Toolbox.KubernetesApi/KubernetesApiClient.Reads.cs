using System.Text.Json.Nodes;

namespace Toolbox.KubernetesApi;

public sealed partial class KubernetesApiClient
{
    /// <param name="namespace">Null or empty for objects of the whole cluster.</param>
    public Task<Answer<T>> Get<T>(
        ResourceType<T> type, string? @namespace, string name, CancellationToken cancellation = default) =>
        _transport.Send(
            new ApiRequest(HttpMethod.Get, Addresses.Item(type, @namespace, name)), body => Bodies.Read(type, body), cancellation);

    /// <summary>A subresource that is an object of another kind, for example <c>scale</c>.</summary>
    public Task<Answer<JsonNode>> GetSubresource<T>(
        ResourceType<T> type, string? @namespace, string name, string subresource, CancellationToken cancellation = default) =>
        _transport.Send(
            new ApiRequest(HttpMethod.Get, Addresses.Item(type, @namespace, name, subresource)), Bodies.ReadNode, cancellation);

    /// <summary>One page, or everything where <see cref="ListOptions.Limit"/> is not set.</summary>
    /// <param name="namespace">Null or empty for all namespaces.</param>
    public Task<Answer<ResourceList<T>>> List<T>(
        ResourceType<T> type, string? @namespace, ListOptions? options = null, CancellationToken cancellation = default) =>
        _transport.Send(
            new ApiRequest(HttpMethod.Get, Addresses.Collection(type, @namespace) + options?.Query()),
            body => ListReader.Read(type, body),
            cancellation);

    /// <summary>A list as a Table: <c>columnDefinitions</c> and <c>rows</c> with the cells that the server computes for people.</summary>
    public Task<Answer<JsonNode>> Table<T>(
        ResourceType<T> type, string? @namespace, ListOptions? options = null, CancellationToken cancellation = default) =>
        _transport.Send(
            new ApiRequest(HttpMethod.Get, Addresses.Collection(type, @namespace) + options?.Query()) { Accept = ApiRequest.Table }, Bodies.ReadNode, cancellation);

    /// <summary>
    /// All pages of a list as one. A continue token that became too old on the way answers <see cref="Answer{T}.Gone"/>.
    /// </summary>
    public async Task<Answer<ResourceList<T>>> ListAll<T>(
        ResourceType<T> type, string? @namespace, ListOptions? options = null, CancellationToken cancellation = default)
    {
        var items = new List<T>();
        options = (options ?? new ListOptions()) with { Limit = options?.Limit ?? 500, Continue = null };
        while (true)
        {
            var answer = await List(type, @namespace, options, cancellation);
            if (!answer.IsOk(out var page)) return answer;
            items.AddRange(page.Items);
            if (page.Continue.Length == 0) return new Answer<ResourceList<T>>.Ok(page with { Items = items, RemainingItemCount = null });
            // The token stands for the version of the first page; naming one besides is refused.
            options = options with { Continue = page.Continue, ResourceVersion = null, ResourceVersionMatch = null };
        }
    }

    /// <summary>A container's log as a stream of text; closing the stream closes the connection.</summary>
    public async Task<Answer<Stream>> Logs(
        string @namespace, string pod, LogOptions? options = null, CancellationToken cancellation = default)
    {
        var address = Addresses.Item(ResourceTypes.Pods, @namespace, pod, "log") + options?.Query();
        var answer = await _transport.Open(new ApiRequest(HttpMethod.Get, address), cancellation);
        if (!answer.IsOk(out var response)) return answer.Select<Stream>(_ => Stream.Null);
        return new Answer<Stream>.Ok(new ResponseStream(response, await response.Content.ReadAsStreamAsync(cancellation)));
    }
}
