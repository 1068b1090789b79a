using System.Collections.Immutable;

namespace Toolbox.Sandbox.Api.Store;

/// <summary>One entry of a collection's log.</summary>
/// <param name="Object">The object after the change; of a deletion its last content with the deletion's resource version.</param>
/// <param name="Before">The object before it; null when it was created.</param>
/// <param name="After">All objects of the collection after the change.</param>
sealed record Change(
    ChangeKind Kind, long Version, StoredObject Object, StoredObject? Before, ImmutableSortedDictionary<string, StoredObject> After);
