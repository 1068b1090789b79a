using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>What differs between two objects, by field (structured-merge-diff Compare).</summary>
internal sealed class FieldComparison
{
    readonly List<string> path = [];

    public FieldSet Added { get; private set; } = new();
    public FieldSet Modified { get; private set; } = new();
    public FieldSet Removed { get; private set; } = new();

    public static FieldComparison Of(JsonObject before, JsonObject after, FieldSchema schema)
    {
        var comparison = new FieldComparison();
        comparison.Compare(true, before, true, after, schema);
        return comparison;
    }

    /// <summary>The comparison without some fields and everything below them.</summary>
    public FieldComparison Without(FieldSet ignored) => new()
    {
        Added = Added.Without(ignored),
        Modified = Modified.Without(ignored),
        Removed = Removed.Without(ignored),
    };

    void Compare(bool hasLeft, JsonNode? left, bool hasRight, JsonNode? right, FieldSchema declared)
    {
        var schema = FieldShape.Of(declared, right ?? left);
        var isLeaf = schema.Kind switch
        {
            _ when schema.IsAtomic || (left is not null && right is not null && left.GetType() != right.GetType() && schema.Kind != FieldKind.Scalar) => true,
            FieldKind.Object => left is null or JsonObject { Count: 0 } && right is null or JsonObject { Count: 0 },
            FieldKind.List => left is null or JsonArray { Count: 0 } && right is null or JsonArray { Count: 0 },
            _ => true,
        };
        if (!isLeaf && schema.Kind == FieldKind.Object) Members(left as JsonObject ?? [], right as JsonObject ?? [], schema);
        if (!isLeaf && schema.Kind == FieldKind.List) Items(left as JsonArray ?? [], right as JsonArray ?? [], schema);
        if (!hasLeft) Added.Insert(path);
        else if (!hasRight) Removed.Insert(path);
        else if (isLeaf && !JsonNode.DeepEquals(left, right)) Modified.Insert(path);
    }

    void Members(JsonObject left, JsonObject right, FieldSchema schema)
    {
        foreach (var name in left.Select(member => member.Key).Union(right.Select(member => member.Key)).ToArray())
        {
            var hasLeft = left.TryGetPropertyValue(name, out var before);
            var hasRight = right.TryGetPropertyValue(name, out var after);
            Descend(FieldShape.Field(name), hasLeft, before, hasRight, after, FieldShape.Member(schema, name));
        }
    }

    void Items(JsonArray left, JsonArray right, FieldSchema schema)
    {
        var before = Index(left, schema);
        var after = Index(right, schema);
        foreach (var element in before.Keys.Union(after.Keys).ToArray())
        {
            var hasLeft = before.TryGetValue(element, out var old);
            var hasRight = after.TryGetValue(element, out var @new);
            Descend(element, hasLeft, old, hasRight, @new, FieldShape.Item(schema));
        }
    }

    void Descend(string element, bool hasLeft, JsonNode? left, bool hasRight, JsonNode? right, FieldSchema schema)
    {
        path.Add(element);
        Compare(hasLeft, left, hasRight, right, schema);
        path.RemoveAt(path.Count - 1);
    }

    static Dictionary<string, JsonNode?> Index(JsonArray list, FieldSchema schema)
    {
        var index = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        for (var position = 0; position < list.Count; position++) index[ListItems.Element(list[position], position, schema)] = list[position];
        return index;
    }
}
