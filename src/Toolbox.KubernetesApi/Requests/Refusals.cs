using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.KubernetesApi;

/// <summary>Turns an HTTP error, whose body usually is a Status, into a case of <see cref="Answer{T}"/>.</summary>
static class Refusals
{
    const int LongestText = 1000;

    public static Answer<T> Read<T>(int code, RetryConditionHeaderValue? retryAfter, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        var status = Status(body);
        var message = Message(status, body, code);
        var reason = Text(status?["reason"]);
        if (code is 429 or >= 500 && Wait(status, retryAfter, now) is { } wait) return new Answer<T>.Throttled(wait);
        return code switch
        {
            404 => new Answer<T>.NotFound(message),
            409 when reason == "AlreadyExists" => new Answer<T>.AlreadyExists(message),
            409 => new Answer<T>.Conflict(message),
            410 => new Answer<T>.Gone(message),
            422 => new Answer<T>.Invalid(message, Causes(status)),
            403 => new Answer<T>.Forbidden(message),
            429 => new Answer<T>.Throttled(TimeSpan.FromSeconds(1)),
            502 or 503 or 504 => new Answer<T>.Unreachable(message),
            _ => new Answer<T>.Rejected(code, message),
        };
    }

    static JsonObject? Status(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonNode.Parse(body.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string Message(JsonObject? status, ReadOnlyMemory<byte> body, int code)
    {
        if (Text(status?["message"]) is { Length: > 0 } message) return message;
        var text = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, LongestText)]).Trim();
        return text.Length == 0 || status is not null ? $"HTTP {code} without a message" : text;
    }

    static TimeSpan? Wait(JsonObject? status, RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        if (header?.Delta is { } delta) return delta;
        if (header?.Date is { } date) return date > now ? date - now : TimeSpan.Zero;
        return status?["details"] is JsonObject details && details["retryAfterSeconds"] is JsonValue value && value.TryGetValue(out int seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    static FieldCause[] Causes(JsonObject? status) =>
        status?["details"] is JsonObject details && details["causes"] is JsonArray causes
            ? [.. causes.OfType<JsonObject>().Select(cause => new FieldCause(Text(cause["field"]), Text(cause["reason"]), Text(cause["message"])))]
            : [];

    static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}
