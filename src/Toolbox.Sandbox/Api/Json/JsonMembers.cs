using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Api.Json;

/// <summary>Reading members of JSON trees without exceptions: an absent member or one of another type reads as null.</summary>
static class JsonMembers
{
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (node is not JsonObject members || !members.TryGetPropertyValue(name, out node)) return null;
        }
        return node;
    }

    public static string? TextAt(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path).AsText();

    public static long? NumberAt(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path).AsNumber();

    public static bool? FlagAt(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path)?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static string? AsText(this JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    /// <summary>A whole number whatever its representation (3 and 3.0), else null.</summary>
    public static long? AsNumber(this JsonNode? node)
    {
        if (node?.GetValueKind() != JsonValueKind.Number) return null;
        return decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;
    }

    public static JsonObject Copy(this JsonObject node) => (JsonObject)node.DeepClone();

    /// <summary>The object below <paramref name="name"/>, put there empty when it is missing or not an object.</summary>
    public static JsonObject Child(this JsonObject node, string name)
    {
        if (node[name] is JsonObject child) return child;
        child = [];
        node[name] = child;
        return child;
    }

    public static void SetDefault(this JsonObject node, string name, JsonNode? value)
    {
        if (node[name] is null) node[name] = value;
    }

    public static IEnumerable<JsonObject> ObjectsAt(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonArray items ? items.OfType<JsonObject>() : [];

    public static IEnumerable<string> TextsAt(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonArray items ? items.Select(AsText).OfType<string>() : [];

    public static JsonArray ToJsonArray(this IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode?)JsonValue.Create(text))];

    /// <summary>Adds to the array below <paramref name="name"/>, which is made when it is missing.</summary>
    public static void AddTo(this JsonObject node, string name, JsonNode item)
    {
        if (node[name] is not JsonArray items) node[name] = items = [];
        items.Add(item);
    }

    /// <summary>The string members of the object at <paramref name="path"/>: labels, annotations, selectors.</summary>
    public static IEnumerable<KeyValuePair<string, string>> PairsAt(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonObject members
            ? members.Select(member => KeyValuePair.Create(member.Key, member.Value.AsText() ?? ""))
            : [];

    /// <summary>Equal when both are the same JSON value, absent counting as null.</summary>
    public static bool SameAs(this JsonNode? left, JsonNode? right) => JsonNode.DeepEquals(left, right);
}
