using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Toolbox.Cli.Client.Waiting;

/// <summary>
/// Tells that a resource has changed, by the operator's stream of events. A stream that breaks is opened again; where there is none, as with
/// an older operator or without the right to watch, nothing is told.
/// </summary>
sealed class StatusNews : IAsyncDisposable
{
    static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    readonly OperatorClient _client;
    readonly (string Kind, string Name) _resource;
    readonly SemaphoreSlim _news = new(0);
    readonly CancellationTokenSource _stop = new();
    Task _following = Task.CompletedTask;
    volatile bool _areTold;

    StatusNews(OperatorClient client, (string Kind, string Name) resource) => (_client, _resource) = (client, resource);

    /// <summary>True while every change is told.</summary>
    public bool AreTold => _areTold;

    public static StatusNews Of(OperatorClient client, (string Kind, string Name) resource)
    {
        var news = new StatusNews(client, resource);
        news._following = news.Follow();
        return news;
    }

    /// <summary>True at the next change, false when the time is over before.</summary>
    public Task<bool> Next(TimeSpan limit, CancellationToken cancellation) => _news.WaitAsync(limit, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _following;
        _stop.Dispose();
        _news.Dispose();
    }

    async Task Follow()
    {
        try
        {
            while (await Open())
            {
                _areTold = false;
                Ring();
                await Task.Delay(Again, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Nobody waits any more.
        }
    }

    // False when there is no use in another try.
    async Task<bool> Open()
    {
        try
        {
            using var response = await _client.OpenEvents(_stop.Token);
            if (response.StatusCode >= HttpStatusCode.InternalServerError) return true;
            if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType != "text/event-stream") return false;
            await Read(await response.Content.ReadAsStreamAsync(_stop.Token));
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            // The operator may be restarted meanwhile.
        }
        return true;
    }

    async Task Read(Stream stream)
    {
        await foreach (var told in SseParser.Create(stream).EnumerateAsync(_stop.Token))
        {
            if (told.EventType == "complete") _areTold = true;
            if (told.EventType == "complete" || IsOurs(told.Data)) Ring();
        }
    }

    bool IsOurs(string data)
    {
        try
        {
            using var json = JsonDocument.Parse(data);
            return json.RootElement.ValueKind == JsonValueKind.Object && Has(json.RootElement, "kind", _resource.Kind) && Has(json.RootElement, "name", _resource.Name);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    static bool Has(JsonElement json, string member, string value) =>
        json.TryGetProperty(member, out var found) && found.ValueKind == JsonValueKind.String && found.ValueEquals(value);

    void Ring()
    {
        if (_news.CurrentCount == 0) _news.Release();
    }
}
