using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>One event for one watcher.</summary>
/// <param name="Type">ADDED, MODIFIED or DELETED.</param>
readonly record struct WatchEvent(string Type, StoredObject Object)
{
    /// <summary>What a change means for a watcher with a selector; null when it does not concern it.</summary>
    public static WatchEvent? Of(Change change, ListOptions options, string @namespace)
    {
        if (@namespace.Length > 0 && change.Object.Namespace != @namespace) return null;
        var before = change.Before is { } live && options.Matches(live);
        if (change.Kind == ChangeKind.Deleted) return before ? new WatchEvent("DELETED", change.Object) : null;
        var after = options.Matches(change.Object);
        if (after) return new WatchEvent(before ? "MODIFIED" : "ADDED", change.Object);
        // It left the selector: gone as the watcher knew it, but with the version of the change.
        return before ? new WatchEvent("DELETED", StoredObject.Take(change.Before!.Content.Copy(), change.Version, change.Before.IsTyped)) : null;
    }
}
