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

    /// <exception cref="FailureException">Nobody answered, or not in time.</exception>
    public async Task<OperatorAnswer> Send(OperatorRequest request, TimeSpan limit, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timer.Token);
        using var message = new HttpRequestMessage(request.Method, request.Path);
        message.Headers.Accept.ParseAdd("application/json");
        if (_connection.Token is { } token) message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (request.Body is { } body) message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        try
        {
            using var response = await _http.SendAsync(message, either.Token);
            return new OperatorAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(either.Token));
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

    public void Dispose() => _http.Dispose();

    string Operator => _http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    string Explain(HttpRequestException error) => _connection.Tls?.Explain(error) is { } reason
        ? $"{Operator}: {reason}"
        : $"{Operator} cannot be reached: {error.GetBaseException().Message}; --host and --port say where the operator is";
}
