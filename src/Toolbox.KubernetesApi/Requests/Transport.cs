using System.Net;
using System.Text.Json;

namespace Toolbox.KubernetesApi;

/// <summary>Sends requests to one API server and turns whatever happens into an answer.</summary>
sealed class Transport : IDisposable
{
    readonly HttpClient _http;
    readonly Credentials _credentials;
    readonly Uri _server;

    public Transport(ApiConnection connection, ClientOptions options)
    {
        _server = connection.Server;
        _credentials = new Credentials(connection, options.Time);
        Options = options;
        _http = new HttpClient(TransportHandler.Create(connection))
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd(options.UserAgent);
    }

    public ClientOptions Options { get; }

    public async Task<Answer<T>> Send<T>(ApiRequest request, Func<ReadOnlyMemory<byte>, T> read, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Options.RequestTimeout, Options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        var code = 0;
        try
        {
            using var response = await Exchange(request, either.Token);
            code = (int)response.StatusCode;
            var body = await BoundedBody.Read(response.Content, Options.LongestAnswer, either.Token);
            return response.IsSuccessStatusCode ? new Answer<T>.Ok(read(body)) : Refuse<T>(response, body);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return NoAnswer<T>(limit.IsCancellationRequested);
        }
        catch (ObjectDisposedException)
        {
            return new Answer<T>.Unreachable("the client is closed");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return new Answer<T>.Rejected(code, $"the answer cannot be read: {exception.Message}");
        }
        catch (AnswerTooLongException exception)
        {
            return new Answer<T>.Rejected(code, exception.Message);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new Answer<T>.Unreachable(Reason(exception));
        }
    }

    /// <summary>Opens a stream (watch, log): only the headers are bound to the time limit.</summary>
    public async Task<Answer<HttpResponseMessage>> Open(ApiRequest request, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Options.RequestTimeout, Options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var response = await Exchange(request, either.Token);
            if (response.IsSuccessStatusCode) return new Answer<HttpResponseMessage>.Ok(response);
            using (response)
                return Refuse<HttpResponseMessage>(response, await BoundedBody.Read(response.Content, Options.LongestAnswer, either.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return NoAnswer<HttpResponseMessage>(limit.IsCancellationRequested);
        }
        catch (ObjectDisposedException)
        {
            return new Answer<HttpResponseMessage>.Unreachable("the client is closed");
        }
        catch (AnswerTooLongException exception)
        {
            return new Answer<HttpResponseMessage>.Unreachable(exception.Message);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new Answer<HttpResponseMessage>.Unreachable(Reason(exception));
        }
    }

    /// <summary>The innermost message says what happened, the outer ones only that something did.</summary>
    public static string Reason(Exception exception) =>
        exception.InnerException is null ? exception.Message : exception.GetBaseException().Message;

    public void Dispose() => _http.Dispose();

    async Task<HttpResponseMessage> Exchange(ApiRequest request, CancellationToken cancellation)
    {
        using var message = request.Message(_server);
        message.Headers.Authorization = await _credentials.Header(cancellation);
        var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode == HttpStatusCode.Unauthorized) _credentials.Refused();
        return response;
    }

    Answer<T> Refuse<T>(HttpResponseMessage response, ReadOnlyMemory<byte> body) =>
        Refusals.Read<T>((int)response.StatusCode, response.Headers.RetryAfter, body, Options.Time.GetUtcNow());

    Answer<T>.Unreachable NoAnswer<T>(bool late) => new(
        late ? $"no answer within {Options.RequestTimeout.TotalSeconds:0.###} s" : "the connection was closed on our side");
}
