using System.Text.Json;
using LanguageExt;

namespace Toolbox.Core.Plans;

/// <summary>The fields in which two specs differ. Lists whose items have names are compared by name, other lists as a whole.</summary>
static class FieldDifferences
{
    const int LongestValue = 200;

    /// <param name="without">Top-level fields that are not compared.</param>
    public static Seq<FieldChange> Between(Option<JsonElement> before, JsonElement after, params string[] without) =>
        Compare("spec", before.IfNone(default(JsonElement)), after).Where(change => !without.Any(field => change.Path == $"spec.{field}")).ToSeq().Strict();

    static IEnumerable<FieldChange> Compare(string path, JsonElement before, JsonElement after)
    {
        if (before.ValueKind == JsonValueKind.Object && after.ValueKind == JsonValueKind.Object) return Members(before, after, (name, one, other) => Compare($"{path}.{name}", one, other), Fields);
        if (IsNamed(before) && IsNamed(after)) return Members(before, after, (name, one, other) => Compare($"{path}[{name}]", one, other), Items);
        return IsSame(before, after) ? [] : [new FieldChange(path, Text(before), Text(after))];
    }

    static IEnumerable<FieldChange> Members(
        JsonElement before, JsonElement after, Func<string, JsonElement, JsonElement, IEnumerable<FieldChange>> compare, Func<JsonElement, IEnumerable<(string Name, JsonElement Value)>> members)
    {
        var (old, now) = (Known(members(before)), Known(members(after)));
        return old.Keys.Union(now.Keys).Order(StringComparer.Ordinal).SelectMany(name => compare(name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)));
    }

    // Of items with the same name the last one counts; the API server refuses them anyway where it matters.
    static Dictionary<string, JsonElement> Known(IEnumerable<(string Name, JsonElement Value)> members)
    {
        var known = new Dictionary<string, JsonElement>();
        foreach (var (name, value) in members) known[name] = value;
        return known;
    }

    static IEnumerable<(string Name, JsonElement Value)> Fields(JsonElement element) => element.EnumerateObject().Select(field => (field.Name, field.Value));

    static IEnumerable<(string Name, JsonElement Value)> Items(JsonElement element) => element.EnumerateArray().Select(item => (item.GetProperty("name").GetString()!, item));

    static bool IsNamed(JsonElement element) => element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0 && element.EnumerateArray().All(item =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String);

    // A field that is null means the same as one that is absent.
    static bool IsSame(JsonElement before, JsonElement after) =>
        (IsAbsent(before) && IsAbsent(after)) || (before.ValueKind != JsonValueKind.Undefined && after.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(before, after));

    static bool IsAbsent(JsonElement element) => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    static string Text(JsonElement element)
    {
        if (IsAbsent(element)) return "";
        var text = element.GetRawText();
        return text.Length <= LongestValue ? text : text[..LongestValue] + "...";
    }
}
