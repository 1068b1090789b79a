using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>All owners of an object's fields, and how they stand in its metadata.</summary>
internal sealed class FieldOwners
{
    /// <summary>Set by the server itself or identifying the object; nobody owns them.</summary>
    static readonly FieldSet Unowned = Paths("apiVersion", "kind", "metadata", "metadata.name", "metadata.namespace", "metadata.uid",
        "metadata.creationTimestamp", "metadata.selfLink", "metadata.clusterName", "metadata.generation", "metadata.managedFields",
        "metadata.resourceVersion");

    const int MostUpdaters = 10;
    const string Ancient = "ancient-changes";

    readonly Dictionary<(string, string, string, string), FieldOwner> entries = [];

    public bool IsEmpty => entries.Count == 0;

    public IEnumerable<FieldOwner> All => entries.Values;

    /// <summary>A set of dotted paths.</summary>
    public static FieldSet Paths(params IEnumerable<string> paths)
    {
        var set = new FieldSet();
        foreach (var path in paths) set.Insert([.. path.Split('.').Select(FieldShape.Field)]);
        return set;
    }

    public static FieldOwners Read(JsonObject? @object)
    {
        var read = new FieldOwners();
        foreach (var entry in (@object?["metadata"]?["managedFields"] as JsonArray ?? []).OfType<JsonObject>())
            if (StrategicDirectives.Text(entry["manager"]) is not null) read.Put(FieldOwner.Read(entry));
        return read;
    }

    public FieldOwner? Find(FieldOwner like) => entries.GetValueOrDefault(like.Owner);

    /// <summary>Sets an owner's entry; without fields it goes.</summary>
    public void Put(FieldOwner entry)
    {
        var owned = entry with { Fields = entry.Fields.Difference(Unowned) };
        if (owned.Fields.IsEmpty) entries.Remove(entry.Owner);
        else entries[entry.Owner] = owned;
    }

    public void Remove(FieldOwner entry) => entries.Remove(entry.Owner);

    /// <summary>Keeps the number of updaters in bounds as the server does: the oldest are put together under one name, per version.</summary>
    public void Cap()
    {
        var updaters = entries.Values.Where(entry => entry.Operation == FieldOwner.Update).OrderBy(entry => entry.Time ?? "", StringComparer.Ordinal).ToArray();
        var surplus = updaters.Length - MostUpdaters;
        var oldest = new Dictionary<string, FieldOwner>(StringComparer.Ordinal);
        foreach (var entry in updaters)
        {
            if (surplus <= 0) return;
            if (!oldest.TryGetValue(entry.ApiVersion, out var bucket))
            {
                oldest[entry.ApiVersion] = entry;
                continue;
            }
            Remove(bucket);
            Remove(entry);
            bucket = entry with { Manager = Ancient, Subresource = "", Fields = bucket.Fields.Union(entry.Fields) };
            oldest[entry.ApiVersion] = bucket;
            Put(bucket);
            surplus--;
        }
    }

    /// <summary>A copy of the object with the entries in the server's order: applies first, then by time, manager, version, subresource.</summary>
    public JsonObject Attach(JsonObject @object)
    {
        var copy = (JsonObject)@object.DeepClone();
        if (copy["metadata"] is not JsonObject metadata) copy["metadata"] = metadata = [];
        metadata.Remove("managedFields");
        var sorted = entries.Values
            .OrderBy(entry => entry.Operation, StringComparer.Ordinal).ThenBy(entry => entry.Time ?? "", StringComparer.Ordinal)
            .ThenBy(entry => entry.Manager, StringComparer.Ordinal).ThenBy(entry => entry.ApiVersion, StringComparer.Ordinal)
            .ThenBy(entry => entry.Subresource, StringComparer.Ordinal).Select(entry => (JsonNode)entry.Write()).ToArray();
        if (sorted.Length > 0) metadata["managedFields"] = new JsonArray(sorted);
        return copy;
    }

    public static JsonObject Detach(JsonObject @object)
    {
        var copy = (JsonObject)@object.DeepClone();
        (copy["metadata"] as JsonObject)?.Remove("managedFields");
        return copy;
    }

    /// <summary>An empty list or one empty entry asks to forget all owners.</summary>
    public static bool IsReset(JsonObject @object) =>
        @object["metadata"]?["managedFields"] is JsonArray list && (list.Count == 0 || list is [JsonObject { Count: 0 }]);
}
