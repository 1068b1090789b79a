using System.Text.Json.Nodes;

namespace Toolbox.Api.Tests.World;

/// <summary>Reads server-sent events one by one.</summary>
sealed class EventClient : IDisposable
{
    readonly HttpResponseMessage _response;
    readonly StreamReader _reader;

    EventClient(HttpResponseMessage response, Stream stream) => (_response, _reader) = (response, new StreamReader(stream));

    public string LastId { get; private set; } = "";

    public static async Task<EventClient> Open(RestStand stand, string lastId = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        if (lastId.Length > 0) request.Headers.Add("Last-Event-ID", lastId);
        var response = await stand.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.ToString());
        return new EventClient(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event; comments are skipped unless asked for.</summary>
    public async Task<(string Event, JsonNode Data)> Next(bool comments = false)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var (name, data) = ("", "");
        while (true)
        {
            var line = await _reader.ReadLineAsync(limit.Token) ?? throw new EndOfStreamException();
            if (line.StartsWith(':') && comments) return ("comment", JsonValue.Create(line));
            if (line.StartsWith("id: ", StringComparison.Ordinal)) LastId = line[4..];
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
            if (line.Length == 0 && name.Length > 0) return (name, JsonNode.Parse(data)!);
        }
    }

    public async Task Is(string change, string kind, string name)
    {
        var (seen, data) = await Next();
        Assert.Equal((change, kind, name), (seen, (string?)data["kind"], (string?)data["name"]));
    }

    public async Task IsReset() => Assert.Equal("reset", (await Next()).Event);

    /// <summary>Reads the beginning: all that exists, until this resource has come too, which may be a moment later.</summary>
    public async Task Begins(string kind, string name)
    {
        await IsReset();
        var (complete, seen) = (false, false);
        while (!complete || !seen)
        {
            var (change, data) = await Next();
            // There is nothing to go on from before all was told.
            if (!complete && change == "added") Assert.Equal("none", LastId);
            complete |= change == "complete";
            seen |= change == "added" && (string?)data["kind"] == kind && (string?)data["name"] == name;
        }
    }

    public async Task IsComplete() => Assert.Equal("complete", (await Next()).Event);

    /// <summary>Reads until the server ends the stream.</summary>
    public async Task Ends()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            while (await _reader.ReadLineAsync(limit.Token) is not null) { }
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            // Cut off is an end, too.
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
    }
}
