using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>A text that is the same for equal values and differs for different ones; cheap for scalars, of which most keys are.</summary>
internal static class JsonIdentity
{
    public static string Of(JsonNode? node) => node switch
    {
        null => "null",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => "\"" + value.GetValue<string>(),
        _ => GoText.Json(node),
    };

    /// <summary>The identity of some members together; a missing one counts as nothing, not as null.</summary>
    public static string OfMembers(JsonObject map, IReadOnlyList<string> names) => names.Count == 1
        ? OfMember(map, names[0])
        : string.Join('\n', names.Select(name => OfMember(map, name)));

    static string OfMember(JsonObject map, string name) => map.TryGetPropertyValue(name, out var value) ? Of(value) : "";
}
