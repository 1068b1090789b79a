using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// Server-side apply (<c>application/apply-patch+yaml</c>): merges a configuration into the live object, takes out what the manager no
/// longer names and nobody else owns, and records who owns what. Follows structured-merge-diff and apimachinery's managedfields.
/// </summary>
public static class ServerSideApply
{
    const string BeforeFirstApply = "before-first-apply";

    /// <param name="live">The stored object; null when there is none.</param>
    /// <param name="applied">The request's body.</param>
    public static ApplyResult Apply(JsonObject? live, JsonObject applied, ApplyOptions options)
    {
        if (Refusal(applied, options) is { } refusal) return refusal;
        var result = Attempt(live, applied, options);
        return result is ApplyResult.Conflicts(var conflicts) && ClientSideApply.Allows(conflicts, live, options)
            ? Attempt(live, applied, options with { Force = true })
            : result;
    }

    static ApplyResult Attempt(JsonObject? live, JsonObject applied, ApplyOptions options)
    {
        var ignored = FieldOwners.Paths(options.ResetFields ?? []);
        var configuration = FieldRemoval.Remove(applied, ignored, options.Schema);
        var current = live is null ? [] : FieldOwners.Detach(live);
        var owners = FieldOwners.Read(live);
        if (owners.IsEmpty && live is not null) AdoptExisting(owners, current, ignored, options);

        var self = new FieldOwner(options.Manager, FieldOwner.Apply, options.ApiVersion, options.Subresource, null, new FieldSet());
        var previous = owners.Find(self);
        self = self with { Fields = OwnedFields.Of(configuration, options.Schema).Without(ignored), Time = previous?.Time };
        var merged = FieldMerge.Merge(current, configuration, options.Schema);
        if (previous is not null) merged = Prune(merged, previous, [.. owners.All.Where(entry => entry.Owner != self.Owner), self], options.Schema);

        var conflicts = FieldOwnership.TakeOver(owners, self, FieldComparison.Of(current, merged, options.Schema).Without(ignored), options.Force);
        if (conflicts.Count > 0) return new ApplyResult.Conflicts(conflicts);
        owners.Put(JsonNode.DeepEquals(current, merged) ? self : self with { Time = options.Time });
        ClientSideApply.Follow(merged, applied, options.Manager);
        var result = owners.Attach(merged);
        return live is not null && JsonNode.DeepEquals(live, result) ? new ApplyResult.Unchanged(live) : new ApplyResult.Applied(result);
    }

    static ApplyResult.Refused? Refusal(JsonObject applied, ApplyOptions options)
    {
        if (applied["metadata"]?["managedFields"] is JsonArray { Count: > 0 })
            return new ApplyResult.Refused(400, "BadRequest", "metadata.managedFields must be nil");
        var apiVersion = StrategicDirectives.Text(applied["apiVersion"]);
        if (apiVersion != options.ApiVersion || string.IsNullOrEmpty(StrategicDirectives.Text(applied["kind"])))
            return new ApplyResult.Refused(400, "BadRequest", $"invalid object type: {AppliedObject.GroupVersionKind(applied)}");
        return AppliedObject.Complaint(applied, options.Schema) is { } complaint ? new ApplyResult.Refused(500, "", complaint) : null;
    }

    // An object that was never tracked belongs to a stand-in, so that the first applier does not silently take it all.
    static void AdoptExisting(FieldOwners owners, JsonObject current, FieldSet ignored, ApplyOptions options)
    {
        var existing = FieldComparison.Of(EmptyObjects.For(current), current, options.Schema).Without(ignored);
        owners.Put(new FieldOwner(BeforeFirstApply, FieldOwner.Update, options.ApiVersion, options.Subresource, options.Time, existing.Added.Union(existing.Modified)));
    }

    /// <summary>Takes out what the manager's last configuration named and no owner names now.</summary>
    static JsonObject Prune(JsonObject merged, FieldOwner previous, IReadOnlyList<FieldOwner> owners, FieldSchema schema)
    {
        var last = FieldRemoval.WithNamedParents(previous.Fields, schema);
        var pruned = FieldRemoval.Remove(merged, last, schema);
        var all = FieldRemoval.WithNamedParents(OwnedFields.Of(merged, schema), schema);
        foreach (var owner in owners)
        {
            var kept = Kept(pruned).Union(FieldRemoval.WithNamedParents(owner.Fields, schema));
            pruned = FieldRemoval.Remove(merged, all.Difference(kept), schema);
        }
        // What nobody ever named, such as defaults, stays.
        return FieldRemoval.Remove(merged, all.Difference(Kept(pruned)).Intersection(last), schema);

        FieldSet Kept(JsonObject @object) => FieldRemoval.WithNamedParents(OwnedFields.Of(@object, schema), schema);
    }
}
