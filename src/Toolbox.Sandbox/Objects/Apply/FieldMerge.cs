using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Lays an applied configuration over the live object (structured-merge-diff Merge): what the configuration says wins.</summary>
internal static class FieldMerge
{
    public static JsonObject Merge(JsonObject live, JsonObject applied, FieldSchema schema) => (JsonObject)Values(live, applied, schema)!;

    static JsonNode? Values(JsonNode? live, JsonNode? applied, FieldSchema declared)
    {
        var schema = FieldShape.Of(declared, applied ?? live);
        if (schema.IsAtomic || live is null) return applied?.DeepClone();
        return (live, applied) switch
        {
            (JsonObject left, JsonObject right) => Members(left, right, schema),
            (JsonArray left, JsonArray right) => new ListMerge(left, right, schema).Merge(),
            (JsonObject or JsonArray, null) => live.DeepClone(),
            _ => applied?.DeepClone(),
        };
    }

    static JsonObject Members(JsonObject live, JsonObject applied, FieldSchema schema)
    {
        var merged = new JsonObject();
        foreach (var (name, value) in live)
            merged[name] = applied.TryGetPropertyValue(name, out var change) ? Values(value, change, FieldShape.Member(schema, name)) : value?.DeepClone();
        foreach (var (name, change) in applied)
            if (!live.ContainsKey(name)) merged[name] = change?.DeepClone();
        return merged;
    }

    /// <summary>Items of both lists; where both name an item it merges. The applied order holds among its items, the live one elsewhere.</summary>
    sealed class ListMerge(JsonArray live, JsonArray applied, FieldSchema schema)
    {
        readonly List<(string Element, JsonNode? Item)> left = Index(live, schema);
        readonly List<(string Element, JsonNode? Item)> right = Index(applied, schema);
        readonly HashSet<string> taken = new(StringComparer.Ordinal);
        readonly JsonArray merged = [];

        public JsonArray Merge()
        {
            var inLive = left.Select(entry => entry.Element).ToHashSet(StringComparer.Ordinal);
            var inApplied = right.Select(entry => entry.Element).ToHashSet(StringComparer.Ordinal);
            var shared = new Queue<string>(right.Select(entry => entry.Element).Where(inLive.Contains));
            int leftIndex = 0, rightIndex = 0;
            while (leftIndex < left.Count || rightIndex < right.Count)
            {
                if (leftIndex < left.Count)
                {
                    var element = left[leftIndex].Element;
                    if (!inApplied.Contains(element))
                    {
                        merged.Add(left[leftIndex++].Item?.DeepClone());
                        continue;
                    }
                    var isNext = rightIndex < right.Count && right[rightIndex].Element == element;
                    if (!isNext && rightIndex < right.Count && shared.TryPeek(out var due) && due != element)
                    {
                        // The applied list has this item later.
                        leftIndex++;
                        continue;
                    }
                    if (isNext || taken.Contains(element)) leftIndex++;
                }
                if (rightIndex < right.Count) Take(right[rightIndex++], shared);
            }
            return merged;
        }

        void Take((string Element, JsonNode? Item) entry, Queue<string> shared)
        {
            taken.Add(entry.Element);
            if (shared.TryPeek(out var due) && due == entry.Element) shared.Dequeue();
            var position = left.FindIndex(candidate => candidate.Element == entry.Element);
            merged.Add(position < 0 ? entry.Item?.DeepClone() : Values(left[position].Item, entry.Item, FieldShape.Item(schema)));
        }

        static List<(string, JsonNode?)> Index(JsonArray list, FieldSchema schema) =>
            [.. list.Select((item, position) => (ListItems.Element(item, position, schema), item))];
    }
}
