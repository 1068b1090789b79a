using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>A side of a JSONPath filter: a path from the item (<c>@.type</c>) or a literal.</summary>
internal sealed record JsonPathOperand(JsonPathExpression? Path, JsonNode? Literal)
{
    public IReadOnlyList<JsonNode?> Values(JsonNode? item) => Path is null ? [Literal] : Path.Evaluate(item);

    /// <summary>Equality of any values; order of numbers and of text.</summary>
    public static bool Compare(JsonNode? left, string @operator, JsonNode? right)
    {
        if (@operator is "==") return JsonNode.DeepEquals(left, right);
        if (@operator is "!=") return !JsonNode.DeepEquals(left, right);
        if (left is null || right is null) return false;
        var order = JsonNumbers.IsNumber(left) && JsonNumbers.IsNumber(right)
            ? JsonNumbers.ToDouble(left).CompareTo(JsonNumbers.ToDouble(right))
            : string.CompareOrdinal(GoText.Format(left), GoText.Format(right));
        return @operator switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            ">=" => order >= 0,
            _ => throw new InvalidOperationException($"no such JSONPath operator: {@operator}"),
        };
    }
}
