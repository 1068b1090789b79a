using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// The JSONPath of printer columns and scale paths: <c>.status.x</c>, <c>.spec.list[0].y</c>, <c>['key']</c>, <c>[*]</c>, <c>..name</c>,
/// slices, unions and filters (<c>[?(@.type=="Ready")]</c>), with or without the braces and the leading dot.
/// </summary>
public sealed class JsonPathExpression
{
    readonly IReadOnlyList<JsonPathStep> steps;

    JsonPathExpression(string text, IReadOnlyList<JsonPathStep> steps) => (Text, this.steps) = (text, steps);

    public string Text { get; }

    /// <exception cref="SelectorException">The text is not a path that this server understands.</exception>
    public static JsonPathExpression Parse(string text) => new(text, new JsonPathParser(text).Parse());

    /// <summary>All values that the path names; empty when a part of it is missing.</summary>
    public IReadOnlyList<JsonNode?> Evaluate(JsonNode? root) =>
        steps.Aggregate((IReadOnlyList<JsonNode?>)[root], (nodes, step) => [.. nodes.SelectMany(node => step.Select(node))]);

    /// <summary>The first value; null when there is none.</summary>
    public JsonNode? EvaluateFirst(JsonNode? root) => Evaluate(root) is [var first, ..] ? first : null;
}
