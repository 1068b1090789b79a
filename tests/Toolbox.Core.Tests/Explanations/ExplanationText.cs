using System.Text.Json.Nodes;
using Toolbox.Core.Explanations;

namespace Toolbox.Core.Tests.Explanations;

/// <summary>An explanation as lines: its JSON, each item of a list on one line.</summary>
static class ExplanationText
{
    public static string Of(Explanation explanation) =>
        string.Join('\n', ExplanationJson.Of(explanation).SelectMany(field => Lines(field.Key, field.Value))) + "\n";

    static IEnumerable<string> Lines(string name, JsonNode? value) => value switch
    {
        JsonArray { Count: > 0 } list when name != "nextStates" => list.Select(Text).Prepend($"{name}:"),
        _ => [$"{name}: {Inline(value)}"],
    };

    static string Text(JsonNode? item) => "  " + Inline(item);

    static string Inline(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject members => string.Join(", ", members.Select(member => $"{member.Key}={Inline(member.Value)}")),
        JsonArray list => $"[{string.Join("; ", list.Select(Inline))}]",
        _ => value.ToString(),
    };
}
