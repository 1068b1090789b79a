using System.Text.Json.Nodes;

namespace Toolbox.KubernetesApi;

/// <summary>
/// A small typed client of the Kubernetes API. Every method gives an <see cref="Answer{T}"/> and throws only when the caller cancels or
/// asks for something impossible. Nothing is retried here. Safe for use by many threads.
/// </summary>
public sealed partial class KubernetesApiClient : IDisposable
{
    readonly Transport _transport;

    KubernetesApiClient(ApiConnection connection, ClientOptions options)
    {
        _transport = new Transport(connection, options);
        DefaultNamespace = connection.DefaultNamespace;
        Server = connection.Server;
    }

    /// <summary>Connects lazily: the first request shows whether the server is there.</summary>
    public static KubernetesApiClient Connect(ApiConnection connection, ClientOptions? options = null) =>
        new(connection, options ?? new ClientOptions());

    /// <summary>Namespace of the connection, for callers that were given none.</summary>
    public string DefaultNamespace { get; }

    public Uri Server { get; }

    internal TimeProvider Time => _transport.Options.Time;

    /// <summary>Version of the server; also the cheapest way to see whether it answers.</summary>
    public Task<Answer<ServerVersion>> Version(CancellationToken cancellation = default) =>
        _transport.Send(new ApiRequest(HttpMethod.Get, "/version"), Bodies.ReadVersion, cancellation);

    /// <summary>The server's clock in whole seconds, of an answer's Date header; null where the server sends none.</summary>
    public async Task<Answer<DateTimeOffset?>> Clock(CancellationToken cancellation = default)
    {
        var answer = await _transport.Open(new ApiRequest(HttpMethod.Get, "/version"), cancellation);
        if (!answer.IsOk(out var response)) return answer.Select<DateTimeOffset?>(_ => null);
        using (response) return new Answer<DateTimeOffset?>.Ok(response.Headers.Date);
    }

    /// <summary>Any JSON document of the server, for example <c>/openapi/v3</c>.</summary>
    /// <param name="path">Path and query, from the first slash.</param>
    public Task<Answer<JsonNode>> GetDocument(string path, CancellationToken cancellation = default) =>
        _transport.Send(new ApiRequest(HttpMethod.Get, path), Bodies.ReadNode, cancellation);

    public void Dispose() => _transport.Dispose();
}
