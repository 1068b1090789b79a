using System.Runtime.CompilerServices;

namespace Toolbox.KubernetesApi;

public sealed partial class KubernetesApiClient
{
    // The server ends a watch itself; a silent connection is given up this much later.
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Events as they come, until the server ends the watch after <see cref="WatchOptions.Timeout"/> (the sequence then simply ends), or
    /// an <see cref="WatchEvent{T}.Expired"/> or <see cref="WatchEvent{T}.Failed"/> says why there are no more.
    /// </summary>
    /// <param name="namespace">Null or empty for all namespaces.</param>
    public IAsyncEnumerable<WatchEvent<T>> Watch<T>(
        ResourceType<T> type, string? @namespace, WatchOptions? options = null, CancellationToken cancellation = default) =>
        Watch(type, @namespace, options ?? new WatchOptions(), null, cancellation);

    /// <param name="opened">Called once the server has accepted the watch, which may be long before its first event.</param>
    internal async IAsyncEnumerable<WatchEvent<T>> Watch<T>(
        ResourceType<T> type, string? @namespace, WatchOptions options, Action? opened, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ApiRequest(HttpMethod.Get, Addresses.Collection(type, @namespace) + options.Query());
        using var limit = new CancellationTokenSource(options.EffectiveTimeout + Grace, Time);
        var answer = await _transport.Open(request, cancellation);
        if (!answer.IsOk(out var response))
        {
            yield return NotOpened<T>(answer);
            yield break;
        }
        using (response)
        {
            opened?.Invoke();
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
            var reader = new WatchReader<T>(type, await response.Content.ReadAsStreamAsync(cancellation), _transport.Options.LongestAnswer);
            while (await reader.Next(either.Token, cancellation) is { } next) yield return next;
        }
    }

    static WatchEvent<T> NotOpened<T>(Answer<HttpResponseMessage> answer) => answer switch
    {
        Answer<HttpResponseMessage>.Gone gone => new WatchEvent<T>.Expired(gone.Message),
        Answer<HttpResponseMessage>.Throttled throttled => new WatchEvent<T>.Failed(answer.Describe(), throttled.RetryAfter),
        Answer<HttpResponseMessage>.Ok or Answer<HttpResponseMessage>.NotFound or Answer<HttpResponseMessage>.AlreadyExists
            or Answer<HttpResponseMessage>.Conflict or Answer<HttpResponseMessage>.Invalid or Answer<HttpResponseMessage>.Forbidden
            or Answer<HttpResponseMessage>.Unreachable or Answer<HttpResponseMessage>.Rejected =>
            new WatchEvent<T>.Failed(answer.Describe(), null),
    };
}
