namespace Toolbox.Sandbox.Objects;

/// <summary>How a change moves fields between owners.</summary>
internal static class FieldOwnership
{
    /// <summary>
    /// Takes changed fields from the other owners, and removed ones from all of them. Without force, changed fields of others are conflicts
    /// instead, and then nothing moves.
    /// </summary>
    public static IReadOnlyList<FieldConflict> TakeOver(FieldOwners owners, FieldOwner self, FieldComparison change, bool force)
    {
        var changed = change.Modified.Union(change.Added);
        var others = owners.All.Where(entry => entry.Owner != self.Owner).ToArray();
        if (!force)
        {
            var conflicts = others.SelectMany(entry => entry.Fields.Intersection(changed).Paths().Select(path => Conflict(entry, path))).ToArray();
            if (conflicts.Length > 0) return conflicts;
        }
        foreach (var entry in others)
            owners.Put(entry with { Fields = entry.Fields.Difference(changed).Difference(change.Removed) });
        return [];
    }

    static FieldConflict Conflict(FieldOwner entry, IReadOnlyList<string> path) =>
        new(entry.Manager, entry.Operation, entry.ApiVersion, entry.Subresource, FieldPathText.Of(path));
}
