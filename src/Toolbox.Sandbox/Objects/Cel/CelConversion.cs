using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>JSON as values of an expression; the schema tells integers from floats, times from texts, and which fields can be seen.</summary>
internal static class CelConversion
{
    /// <summary>An object's root, of whose metadata a rule sees only the names.</summary>
    public static CelValue Root(JsonNode? node, StructuralSchema schema)
    {
        if (node is not JsonObject map) return Of(node, schema);
        var entries = Entries(map, schema);
        foreach (var name in new[] { "apiVersion", "kind" })
            if (StrategicDirectives.Text(map[name]) is { } text) entries[new CelValue.Text(name)] = new CelValue.Text(text);
        if (map["metadata"] is JsonObject metadata)
            entries[new CelValue.Text("metadata")] = new CelValue.Map(new[] { "name", "generateName" }
                .Where(name => StrategicDirectives.Text(metadata[name]) is not null)
                .ToDictionary(CelValue (name) => new CelValue.Text(name), CelValue (name) => new CelValue.Text(StrategicDirectives.Text(metadata[name])!)));
        return new CelValue.Map(entries);
    }

    public static CelValue Of(JsonNode? node, StructuralSchema? schema) => node switch
    {
        null => new CelValue.Null(),
        JsonObject map when schema is { IsEmbeddedResource: true } => Root(map, schema),
        JsonObject map => new CelValue.Map(Entries(map, schema)),
        JsonArray list => new CelValue.List([.. list.Select(item => Of(item, schema?.Items))], schema?.ListType is "set" or "map", schema?.ListMapKeys),
        _ => Scalar(node, schema),
    };

    static Dictionary<CelValue, CelValue> Entries(JsonObject map, StructuralSchema? schema)
    {
        var entries = new Dictionary<CelValue, CelValue>(map.Count);
        foreach (var (name, value) in map)
        {
            var member = schema is null ? null : schema.Properties.GetValueOrDefault(name) ?? schema.AdditionalProperties;
            // Unknown fields that are kept cannot be seen by rules, nor can null fields that are not nullable.
            if (schema is not null && member is null) continue;
            entries[new CelValue.Text(name)] = Of(value, member);
        }
        return entries;
    }

    static CelValue Scalar(JsonNode node, StructuralSchema? schema) => node.GetValueKind() switch
    {
        JsonValueKind.True => new CelValue.Bool(true),
        JsonValueKind.False => new CelValue.Bool(false),
        JsonValueKind.String => Text(node.GetValue<string>(), schema?.Format ?? ""),
        _ when schema?.Type != "number" && JsonNumbers.TryInteger(node, out var integer) => new CelValue.Int(integer),
        _ when schema?.Type == "integer" => new CelValue.Int((long)JsonNumbers.ToDouble(node)),
        _ => new CelValue.Double(JsonNumbers.ToDouble(node)),
    };

    static CelValue Text(string text, string format) => format switch
    {
        "date-time" when CelTimes.TryTimestamp(text, out var time) => new CelValue.Timestamp(time),
        "date" when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) => new CelValue.Timestamp(day),
        "duration" when CelTimes.TryDuration(text, out var duration) => new CelValue.Duration(duration),
        "byte" => CelFunctions.Decode(text),
        _ => new CelValue.Text(text),
    };
}
