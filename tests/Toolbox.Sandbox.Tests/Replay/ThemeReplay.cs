using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Toolbox.Sandbox.Api;
using Toolbox.Sandbox.Tests.Api;

namespace Toolbox.Sandbox.Tests.Replay;

/// <summary>Sends one theme, in order, to a server of its own.</summary>
public sealed partial class ThemeReplay(RecordedTheme theme, JsonObject setups)
{
    const string Before = "Thu, 01 Jan 1970 00:00:00 GMT";
    const string Later = "Fri, 01 Jan 2100 00:00:00 GMT";
    const int ClockFactor = 5;

    readonly Bindings _bindings = new();

    public async Task<IReadOnlyList<ReplayResult>> RunAsync()
    {
        await using var server = await ApiServer.StartAsync(new ApiServerOptions { Clock = new AcceleratedClock(ClockFactor) }, CancellationToken.None);
        using var http = ServerFixture.ClientOf(server);
        var client = new ReplayClient(http, server.BearerToken);
        foreach (var step in Steps("always")) await client.SetUpAsync(step, _bindings);
        foreach (var step in Steps(theme.Name, "start")) await client.SetUpAsync(step, _bindings);
        var results = new List<ReplayResult>();
        foreach (var exchange in theme.Exchanges) results.Add(new ReplayResult(exchange.Name, await ReplayAsync(client, exchange)));
        return results;
    }

    async Task<string?> ReplayAsync(ReplayClient client, RecordedExchange exchange)
    {
        try
        {
            foreach (var step in Steps(theme.Name, $"before {exchange.Name}")) await client.SetUpAsync(step, _bindings);
            var request = (JsonObject)exchange.Request.DeepClone();
            Prepare(request, exchange);
            var agent = request["headers"]?["Kubectl-Command"] is null ? ReplayClient.Recorder : "kubectl/v1.36.4";
            var driven = Steps(theme.Name, $"during {exchange.Name}").ToList();
            if (driven.Count > 0) request["path"] = LongWatch().Replace(exchange.Path, "timeoutSeconds=60");
            using var message = await client.OpenAsync(request, _bindings, agent);
            foreach (var step in driven) await client.SetUpAsync(step, _bindings);
            return Compare(exchange, (int)message.StatusCode, await ReplayClient.ReadAsync(message), message);
        }
        catch (Exception error) when (error is InvalidOperationException or HttpRequestException or TaskCanceledException)
        {
            return $"failed: {error.Message}";
        }
    }

    // The changes that drive a watch have time to be made on a slow machine.
    [GeneratedRegex("timeoutSeconds=[0-9]+")]
    private static partial Regex LongWatch();

    // The recorder knew users that the sandbox does not have: an impersonated stranger has the same rights, none.
    void Prepare(JsonObject request, RecordedExchange exchange)
    {
        if (exchange.Name.StartsWith("auth: no credentials", StringComparison.Ordinal)) request["anonymous"] = true;
        if (exchange.Name.StartsWith("auth: known user", StringComparison.Ordinal) && request["headers"] is JsonObject headers)
        {
            headers.Remove("Authorization");
            headers["Impersonate-User"] = "lab-user";
        }
        if (request["headers"]?["If-Modified-Since"] is not null) request["headers"]!["If-Modified-Since"] = exchange.Status == 304 ? Later : Before;
        if (request["headers"]?["If-None-Match"]?.GetValue<string>() is { } tag && exchange.Status == 304 && Bindings.HasPlaceholder(tag)) request["revalidate"] = true;
        if (Json(exchange) is { } json)
        {
            request["body"] = json.DeepClone();
            request["headers"]!["Content-Type"] = "application/json";
        }
        if (request["body"] is JsonObject { Count: 1 } body && body["note"] is JsonValue note) request["body"] = LargeBodies.For(note.GetValue<string>());
    }

    // The bodies of protobuf requests were not recorded; the set-up has them as JSON.
    JsonNode? Json(RecordedExchange exchange) => setups[theme.Name]?[$"body {exchange.Name}"];

    string? Compare(RecordedExchange exchange, int status, string body, HttpResponseMessage message)
    {
        if (status != exchange.Status) return $"status {status}, recorded {exchange.Status}: {body[..Math.Min(body.Length, 600)]}";
        var comparison = new AnswerComparison(_bindings);
        if (HeaderDifference(exchange, message) is { } header) return header;
        var expected = exchange.Response["body"];
        if (expected is null) return null;
        return comparison.Difference(expected, exchange.IsWatch ? Events(body) : Parse(body));
    }

    string? HeaderDifference(RecordedExchange exchange, HttpResponseMessage message)
    {
        var warnings = message.Headers.TryGetValues("Warning", out var values) ? string.Join(" || ", values) : "";
        var recorded = exchange.Response["headers"]?["Warning"]?.GetValue<string>() ?? "";
        if (!_bindings.Matches(recorded, warnings)) return $"Warning: {warnings}, recorded {recorded}";
        foreach (var name in (string[])["Etag", "Location", "Retry-After"])
        {
            if (exchange.Response["headers"]?[name]?.GetValue<string>() is not { } value) continue;
            var given = message.Headers.TryGetValues(name, out var found) ? string.Join(" || ", found) : "";
            if (!_bindings.Matches(value, given)) return $"{name}: {given}, recorded {value}";
        }
        var type = exchange.Response["contentType"]?.GetValue<string>();
        var sent = message.Content.Headers.ContentType?.ToString();
        return type is null || type.StartsWith("application/vnd", StringComparison.Ordinal) || sent?.Replace(" ", "") == type.Replace(" ", "") ? null : $"Content-Type: {sent}, recorded {type}";
    }

    static JsonNode? Parse(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body);
        }
        catch (System.Text.Json.JsonException)
        {
            return JsonValue.Create(body);
        }
    }

    static JsonArray Events(string body) =>
        [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line))];

    IEnumerable<JsonObject> Steps(params string[] path)
    {
        JsonNode? node = setups;
        foreach (var name in path) node = node?[name];
        return (node as JsonArray ?? []).OfType<JsonObject>();
    }
}
