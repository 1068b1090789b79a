using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Kubernetes.Statuses;

/// <summary>
/// The difference between a status as it is stored and the same status as it shall be, as a JSON merge patch (RFC 7386). Only the
/// fields that are rendered are compared: what others or newer versions wrote beside them survives.
/// </summary>
static class StatusPatch
{
    /// <param name="before">The stored status; undefined when there is none.</param>
    /// <param name="after">Every field that we own, null where it shall not be.</param>
    /// <returns>An empty object when nothing differs.</returns>
    public static JsonObject Between(JsonElement before, JsonObject after)
    {
        // The first status is written in full, so that columns show zeros and not blanks; later an absent field equals an empty one.
        var isFirst = before.Text("resourceStatus").Length == 0;
        return Difference(before, after, isFirst);
    }

    static JsonObject Difference(JsonElement before, JsonObject after, bool full)
    {
        var patch = new JsonObject();
        foreach (var (name, value) in after)
        {
            var stored = before.Field(name);
            var isStored = stored.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
            if (value is JsonObject part) AddPart(patch, name, stored, part);
            else if (value is null && isStored) patch[name] = null;
            else if (value is not null && !isStored && (full || !IsEmpty(value))) patch[name] = value.DeepClone();
            else if (value is not null && isStored && !IsSame(stored, value)) patch[name] = value.DeepClone();
        }
        return patch;
    }

    static void AddPart(JsonObject patch, string name, JsonElement stored, JsonObject part)
    {
        // Inside a part an empty value says something: an absent number is not zero.
        var difference = Difference(stored, part, full: true);
        if (difference.Count > 0) patch[name] = difference;
    }

    static bool IsSame(JsonElement stored, JsonNode value)
    {
        using var document = JsonDocument.Parse(value.ToJsonString());
        return JsonElement.DeepEquals(stored, document.RootElement);
    }

    static bool IsEmpty(JsonNode value) => value switch
    {
        JsonArray items => items.Count == 0,
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>().Length == 0,
            JsonValueKind.Number => value.ToJsonString() == "0",
            JsonValueKind.False => true,
            _ => false,
        },
    };
}
