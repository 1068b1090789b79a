using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Toolbox.Cli.Client.Connections;

namespace Toolbox.Cli.Client;

/// <summary>Client of the operator's REST API.</summary>
sealed class OperatorClient : IDisposable
{
    const int LongestAnswer = 64 * 1024 * 1024;

    readonly HttpClient _http;
    readonly OperatorConnection _connection;

    public OperatorClient(OperatorConnection connection)
    {
        _connection = connection;
        _http = new HttpClient(connection.Handler())
        {
            BaseAddress = new Uri(connection.Address, "/api/v1/"),
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswer,
        };
    }

    /// <exception cref="FailureException">Nobody answered, or not in time, or the operator does not tell its namespace although one is named.</exception>
    public async Task<OperatorAnswer> Send(OperatorRequest request, TimeSpan limit, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timer.Token);
        try
        {
            if (request.Method != HttpMethod.Get && await OtherNamespace(either.Token) is { } refusal) return refusal;
            using var message = Message(request, "application/json");
            using var response = await _http.SendAsync(message, either.Token);
            var answer = await Read(response, either.Token);
            if (answer.IsOk || answer.IsNotFound) DemandNamespace(response);
            return answer;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new FailureException($"no answer from {Operator} within {limit.TotalSeconds:0.###} s");
        }
        catch (HttpRequestException error)
        {
            throw new FailureException(Explain(error), error);
        }
    }

    /// <summary>The stream of events (server-sent), its headers read; an older operator answers 404.</summary>
    /// <exception cref="HttpRequestException">Nobody answered.</exception>
    public async Task<HttpResponseMessage> OpenEvents(CancellationToken cancellation)
    {
        using var message = Message(OperatorRequest.Get("events"), "text/event-stream");
        return await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    public void Dispose() => _http.Dispose();

    HttpRequestMessage Message(OperatorRequest request, string accepted)
    {
        var query = _connection.Namespace is { } name ? $"?namespace={Uri.EscapeDataString(name)}" : "";
        var message = new HttpRequestMessage(request.Method, request.Path + query);
        message.Headers.Accept.ParseAdd(accepted);
        if (_connection.Token is { } token) message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (request.Body is { } body) message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return message;
    }

    // An older operator ignores the parameter: what changes something is sent only to one that has told its namespace.
    async Task<OperatorAnswer?> OtherNamespace(CancellationToken cancellation)
    {
        if (_connection.Namespace is null) return null;
        using var message = Message(OperatorRequest.Get("openapi.json"), "application/json");
        using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode == HttpStatusCode.Conflict) return await Read(response, cancellation);
        DemandNamespace(response);
        return null;
    }

    void DemandNamespace(HttpResponseMessage response)
    {
        if (_connection.Namespace is not { } name || (response.Headers.TryGetValues("Flink-Namespace", out var served) && served.Contains(name))) return;
        throw new FailureException($"{Operator} does not tell that it serves the namespace {name}, as an older operator; nothing was sent that changes it (--namespace or FLINKCTL_NAMESPACE asks for this)");
    }

    static async Task<OperatorAnswer> Read(HttpResponseMessage response, CancellationToken cancellation) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellation));

    string Operator => _http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    string Explain(HttpRequestException error) => _connection.Tls?.Explain(error) is { } reason
        ? $"{Operator}: {reason}"
        : $"{Operator} cannot be reached: {error.GetBaseException().Message}; --host and --port say where the operator is";
}
