using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

/// <summary>A request with its JSON body read; an empty body is an empty object.</summary>
sealed class RestRequest(HttpContext context, JsonObject body)
{
    public JsonObject Body { get; } = body;

    public string Path => context.Request.Path;

    public string Host => context.Request.Host.Value ?? "";

    public string Value(string name) => (string?)context.GetRouteValue(name) ?? "";

    public string? Query(string name) => context.Request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>A path parameter of 32 hexadecimal digits.</summary>
    public string Id(SimulatedVersion version, string name, string flinkName)
    {
        var value = Value(name);
        if (value.Length == 32 && value.All(char.IsAsciiHexDigit)) return value.ToLowerInvariant();
        var text = $"Cannot resolve path parameter ({flinkName}) from value \"{value}\".";
        throw FlinkRestException.Handled(version, 400, "Bad request, could not parse parameters: " + text,
            "org.apache.flink.runtime.rest.handler.HandlerRequestException: " + text);
    }

    public string? Text(string field) => Body[field] is JsonValue value ? value.ToString() : null;

    public bool Flag(string field) => Body[field] is JsonValue value && value.TryGetValue(out bool flag) && flag;

    /// <summary>Flink before 1.20 refuses fields that it does not know.</summary>
    public void Allow(SimulatedVersion version, params IEnumerable<string> fields)
    {
        if (version.AtLeast(1, 20) || Body.All(field => fields.Contains(field.Key))) return;
        throw BadBody(version);
    }

    public static async Task<RestRequest> ReadAsync(HttpContext context, SimulatedVersion version)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        if (string.IsNullOrWhiteSpace(text)) return new RestRequest(context, []);
        try
        {
            if (JsonNode.Parse(text) is JsonObject body) return new RestRequest(context, body);
        }
        catch (JsonException)
        {
            // Answered below like JSON of a wrong shape.
        }
        throw BadBody(version);
    }

    static FlinkRestException BadBody(SimulatedVersion version) =>
        FlinkRestException.Handled(version, 400, "Request did not match expected format.");
}
