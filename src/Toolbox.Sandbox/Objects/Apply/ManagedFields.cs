using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Owners of fields for writes that are not applies.</summary>
public static class ManagedFields
{
    /// <summary>
    /// Records the owner of what a POST, PUT or PATCH changes and returns the object with its <c>metadata.managedFields</c>. The server
    /// does this with the decoded and defaulted object, before it allocates addresses, fills in status or lets admission change things, so
    /// those belong to nobody.
    /// </summary>
    /// <param name="before">The stored object; null for a create.</param>
    /// <param name="after">The object to be stored; its own managedFields count where a client may set them.</param>
    /// <param name="manager">The request's <c>fieldManager</c>, or the first part of its user agent.</param>
    /// <param name="subresource"><c>status</c>, <c>scale</c> or empty.</param>
    /// <param name="time">Now, as <c>2006-01-02T15:04:05Z</c>; null where the server keeps none (scale).</param>
    /// <param name="resetFields">Dotted paths that this endpoint ignores; see <see cref="ResetFields"/>.</param>
    public static JsonObject TrackUpdate(
        JsonObject? before, JsonObject after, string manager, string subresource, string apiVersion, string? time, FieldSchema schema,
        IReadOnlyList<string>? resetFields = null)
    {
        var owners = OwnersOf(before, after, subresource);
        // An object whose owners were forgotten is not tracked again before the next apply.
        if (owners.IsEmpty && before is not null) return FieldOwners.Detach(after);
        var old = before is null ? EmptyObjects.For(after) : FieldOwners.Detach(before);
        var change = FieldComparison.Of(old, FieldOwners.Detach(after), schema).Without(FieldOwners.Paths(resetFields ?? []));

        var nobody = new FieldOwner("", FieldOwner.Update, "", "", null, new FieldSet());
        FieldOwnership.TakeOver(owners, nobody, change, force: true);
        var self = new FieldOwner(manager, FieldOwner.Update, apiVersion, subresource, time, change.Added.Union(change.Modified));
        var taken = new FieldOwners();
        taken.Put(self);
        if (!taken.IsEmpty)
            owners.Put(owners.Find(self) is { } known ? self with { Fields = known.Fields.Union(self.Fields) } : self);
        owners.Cap();
        return owners.Attach(after);
    }

    static FieldOwners OwnersOf(JsonObject? before, JsonObject after, string subresource)
    {
        if (subresource.Length > 0) return FieldOwners.Read(before);
        if (FieldOwners.IsReset(after)) return new FieldOwners();
        var given = FieldOwners.Read(after);
        return given.IsEmpty ? FieldOwners.Read(before) : given;
    }
}
