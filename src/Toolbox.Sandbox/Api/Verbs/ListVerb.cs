using System.Collections.Immutable;
using System.Globalization;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Lists a collection: at the newest version, not older than one, exactly at one, or page by page.</summary>
sealed class ListVerb(ApiState state)
{
    static readonly TimeSpan PatienceForTheFuture = TimeSpan.FromSeconds(3);

    public async Task<Answer> HandleAsync(ApiCall call, ResourceType type)
    {
        var options = ListOptions.Parse(call, type, watch: false);
        if (options.Continue.Length > 0) return Next(call, type, options);
        var version = ParseVersion(options.ResourceVersion);
        await WaitForAsync(version, call.Aborted);
        var (objects, now) = Snapshot(type);
        if (options.Match == "Exact")
        {
            objects = state.Objects(type).At(version) ?? throw new RequestRefused(410, "Expired", "The resourceVersion for the provided list is too old.");
            now = version;
        }
        var limit = options is { ResourceVersion: "0", Match: "" or "NotOlderThan" } ? 0 : options.Limit;
        return Page(call, type, options, objects, now, "", limit);
    }

    /// <summary>A number, or 0 for "any".</summary>
    public static long ParseVersion(string text)
    {
        if (text.Length == 0) return 0;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version : throw Refuse.BadRequest($"invalid resource version: {NotANumber(text)}");
    }

    public static string NotANumber(string text) => $"resourceVersion: Invalid value: \"{text}\": strconv.ParseUint: parsing \"{text}\": invalid syntax";

    /// <summary>Waits a little for a version that does not exist yet; then 504.</summary>
    public async Task WaitForAsync(long version, CancellationToken cancellation)
    {
        if (version <= state.Store.Version) return;
        var until = state.Clock.GetUtcNow() + PatienceForTheFuture;
        while (version > state.Store.Version)
        {
            if (state.Clock.GetUtcNow() >= until) throw Refuse.VersionTooLarge(version, state.Store.Version);
            await Task.Delay(TimeSpan.FromMilliseconds(50), state.Clock, cancellation);
        }
    }

    public (ImmutableSortedDictionary<string, StoredObject> Objects, long Version) Snapshot(ResourceType type)
    {
        lock (state.Store.Gate) return (state.Objects(type).Objects, state.Store.Version);
    }

    Answer Next(ApiCall call, ResourceType type, ListOptions options)
    {
        if (options.ResourceVersion is not ("" or "0")) throw Refuse.BadRequest("specifying resource version is not allowed when using continue");
        var token = ContinueToken.Parse(options.Continue);
        if (token.Version < 0)
        {
            var (objects, version) = Snapshot(type);
            return Page(call, type, options, objects, version, token.After, options.Limit);
        }
        return Page(call, type, options, state.Objects(type).At(token.Version) ?? throw token.Expired(), token.Version, token.After, options.Limit);
    }

    static Answer.Many Page(
        ApiCall call, ResourceType type, ListOptions options, ImmutableSortedDictionary<string, StoredObject> objects, long version, string after, long limit)
    {
        var @namespace = type.Namespaced ? call.Target.Namespace : "";
        var prefix = @namespace.Length == 0 ? "" : @namespace + "/";
        var items = new List<StoredObject>();
        long more = 0;
        foreach (var (key, item) in objects)
        {
            if (!key.StartsWith(prefix, StringComparison.Ordinal)) continue;
            if (after.Length > 0 && string.CompareOrdinal(key[prefix.Length..], after) <= 0) continue;
            if (!options.Matches(item)) continue;
            if (limit <= 0 || items.Count < limit) items.Add(item);
            else more++;
        }
        if (more == 0) return new Answer.Many(type, items, version, "", null);
        var last = items[^1];
        var token = new ContinueToken(version, ObjectCollection.Key(last.Namespace, last.Name)[prefix.Length..]);
        return new Answer.Many(type, items, version, token.ToString(), options.HasSelector ? null : more);
    }
}
