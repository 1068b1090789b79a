using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Toolbox.Flink.Transport;

/// <summary>One HTTP connection pool to one JobManager; turns every outcome of a call into a <see cref="FlinkAnswer{T}"/>.</summary>
sealed class FlinkTransport : IDisposable
{
    readonly FlinkClientOptions options;
    readonly HttpClient http;
    int failures;

    public FlinkTransport(Uri address, FlinkClientOptions options)
    {
        this.options = options;
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = options.ConnectTimeout,
            AllowAutoRedirect = false,
            UseCookies = false,
            // A JobManager is reached by its pod or service address, never through the proxy of the environment.
            UseProxy = false,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        };
        http = new HttpClient(handler)
        {
            BaseAddress = address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        http.DefaultRequestHeaders.ExpectContinue = false;
    }

    /// <summary>How many calls broke for a reason of the connection.</summary>
    public int Failures => Volatile.Read(ref failures);

    public void Dispose() => http.Dispose();

    public Task<FlinkAnswer<T>> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, null, options.CallTimeout, type, cancellationToken);

    public Task<FlinkAnswer<T>> PostAsync<T>(string path, JsonObject body, TimeSpan timeout, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var content = new StringContent(body.ToJsonString());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "UTF-8");
        return SendAsync(HttpMethod.Post, path, content, timeout, type, cancellationToken);
    }

    public async Task<FlinkAnswer<T>> SendAsync<T>(
        HttpMethod method, string path, HttpContent? content, TimeSpan timeout, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(timeout, options.Clock);
        return await SendAsync(method, path, content, deadline, type, cancellationToken).ConfigureAwait(false);
    }

    public async Task<FlinkAnswer<T>> SendAsync<T>(
        HttpMethod method, string path, HttpContent? content, Deadline deadline, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var begun = options.Clock.GetTimestamp();
        var answer = await TrySendAsync(method, path, content, deadline, type, cancellationToken).ConfigureAwait(false);
        options.Measured?.Invoke(new FlinkCall(CallNames.Of(method, path), Word(answer), options.Clock.GetElapsedTime(begun)));
        return answer;
    }

    static string Word<T>(FlinkAnswer<T> answer) => answer switch
    {
        FlinkAnswer<T>.Ok => "ok",
        FlinkAnswer<T>.NotFound => "not-found",
        FlinkAnswer<T>.Refused => "refused",
        FlinkAnswer<T>.Unreachable => "unreachable",
    };

    async Task<FlinkAnswer<T>> TrySendAsync<T>(
        HttpMethod method, string path, HttpContent? content, Deadline deadline, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(method, "v1/" + path) { Content = content };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            var body = await ReadAsync(response, either.Token).ConfigureAwait(false);
            if (body is null) return new FlinkAnswer<T>.Unreachable($"{method} {path}: the answer is larger than {options.MaximumAnswerSize} bytes.");
            return ((int)response.StatusCode is >= 200 and < 300)
                ? Parse(method, path, body, type)
                : StatusReader.Read<T>($"{method} {path}", (int)response.StatusCode, body);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FlinkAnswer<T>.Unreachable($"{method} {path}: no {(deadline.IsRenewed ? "progress" : "answer")} within {deadline.Limit.TotalSeconds:0.#} s.");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            Interlocked.Increment(ref failures);
            return new FlinkAnswer<T>.Unreachable($"{method} {path}: {(error.InnerException ?? error).Message}");
        }
    }

    static FlinkAnswer<T> Parse<T>(HttpMethod method, string path, string body, JsonTypeInfo<T> type)
    {
        try
        {
            if (JsonSerializer.Deserialize(body, type) is { } value) return new FlinkAnswer<T>.Ok(value);
            return new FlinkAnswer<T>.Unreachable($"{method} {path}: the answer is empty.");
        }
        catch (JsonException)
        {
            return new FlinkAnswer<T>.Unreachable($"{method} {path}: the answer is not what Flink sends.");
        }
    }

    /// <summary>Null: longer than allowed.</summary>
    async Task<string?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > options.MaximumAnswerSize) return null;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (content.Length + read > options.MaximumAnswerSize) return null;
            content.Write(buffer, 0, read);
        }
        return System.Text.Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
    }
}
