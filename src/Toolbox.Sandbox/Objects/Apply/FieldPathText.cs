using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Field paths as messages spell them: <c>.spec.parts[name="x"].count</c>, <c>.spec.tags[="t1"]</c>.</summary>
internal static class FieldPathText
{
    public static string Of(IEnumerable<string> path) => string.Concat(path.Select(Element));

    public static string Element(string element) => element switch
    {
        ['k', ':', ..] => $"[{string.Join(',', Keys(element).Select(key => $"{key.Key}={GoText.Value(key.Value)}"))}]",
        ['v', ':', ..] => $"[={element[2..]}]",
        ['i', ':', ..] => $"[{element[2..]}]",
        _ => $".{element[2..]}",
    };

    static JsonObject Keys(string element) => (JsonObject)JsonNode.Parse(element[2..])!;
}
