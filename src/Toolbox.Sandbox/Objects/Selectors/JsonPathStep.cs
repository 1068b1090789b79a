using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>One step of a JSONPath: from one value to the values that it names.</summary>
internal abstract record JsonPathStep
{
    JsonPathStep() { }

    public abstract IEnumerable<JsonNode?> Select(JsonNode? node);

    public sealed record Member(string Name) : JsonPathStep
    {
        public override IEnumerable<JsonNode?> Select(JsonNode? node) =>
            node is JsonObject map && map.TryGetPropertyValue(Name, out var value) ? [value] : [];
    }

    /// <summary>All members or items.</summary>
    public sealed record Wildcard : JsonPathStep
    {
        public override IEnumerable<JsonNode?> Select(JsonNode? node) => Children(node);
    }

    /// <summary>The value itself and everything below it.</summary>
    public sealed record Descendants : JsonPathStep
    {
        public override IEnumerable<JsonNode?> Select(JsonNode? node) => Children(node).SelectMany(Select).Prepend(node);
    }

    /// <summary>Items from Start (inclusive) to End (exclusive); negative numbers count from the end.</summary>
    public sealed record Slice(int? Start, int? End, int Stride) : JsonPathStep
    {
        public static Slice Item(int index) => new(index, index == -1 ? null : index + 1, 1);

        public override IEnumerable<JsonNode?> Select(JsonNode? node)
        {
            if (node is not JsonArray list) yield break;
            var start = Math.Max(0, FromEnd(Start ?? 0, list.Count));
            var end = Math.Min(list.Count, FromEnd(End ?? list.Count, list.Count));
            for (var index = start; index < end; index += Stride) yield return list[index];
        }

        static int FromEnd(int index, int count) => index < 0 ? index + count : index;
    }

    public sealed record Union(IReadOnlyList<JsonPathStep> Choices) : JsonPathStep
    {
        public override IEnumerable<JsonNode?> Select(JsonNode? node) => Choices.SelectMany(choice => choice.Select(node));
    }

    public sealed record Filter(JsonPathOperand Left, string Operator, JsonPathOperand? Right) : JsonPathStep
    {
        public override IEnumerable<JsonNode?> Select(JsonNode? node) =>
            node is JsonArray list ? list.Where(Holds) : [];

        bool Holds(JsonNode? item)
        {
            var left = Left.Values(item);
            if (Right is null) return left.Count > 0;
            return left is [var first, ..] && Right.Values(item) is [var second, ..] && JsonPathOperand.Compare(first, Operator, second);
        }
    }

    static IEnumerable<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject map => map.Select(member => member.Value),
        JsonArray list => list,
        _ => [],
    };
}
