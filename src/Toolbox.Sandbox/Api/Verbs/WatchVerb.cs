using System.Globalization;
using Microsoft.AspNetCore.Http;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Watches a collection: first what is there when the query asks for it, then every change until a timeout.</summary>
sealed class WatchVerb(ApiState state, ListVerb list)
{
    static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(30);

    public Answer Handle(ApiCall call, ResourceType type, Representation representation)
    {
        var options = ListOptions.Parse(call, type, watch: true);
        if (call.Target.Name.Length > 0) options = options with { Fields = new([.. options.Fields.Requirements, new("metadata.name", false, call.Target.Name)]) };
        if (options.ResourceVersion.Length > 0 && !long.TryParse(options.ResourceVersion, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw Refuse.Unmapped(ListVerb.NotANumber(options.ResourceVersion));
        var encoder = WatchEncoder.For(call, type, representation, state);
        return new Answer.Streamed(http => StreamAsync(http, type, options, type.Namespaced ? call.Target.Namespace : "", encoder));
    }

    async Task StreamAsync(HttpContext http, ResourceType type, ListOptions options, string @namespace, WatchEncoder encoder)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, state.Stopping.Token);
        var timeout = options.Timeout ?? DefaultTimeout;
        http.Response.ContentType = encoder.ContentType;
        try
        {
            // What is there is read before the answer begins: who sees the answer begin misses nothing that happens from then on.
            var (initial, version, expired) = await StartAsync(type, options, ended.Token);
            await http.Response.StartAsync(ended.Token);
            await http.Response.Body.FlushAsync(ended.Token);
            if (expired is not null)
            {
                await WriteAsync(http, encoder.Expired(expired), ended.Token);
                return;
            }
            await SendAsync(http, initial, version, options, @namespace, encoder, ended.Token);
            using var timer = state.Clock.CreateTimer(_ => ended.Cancel(), null, timeout, Timeout.InfiniteTimeSpan);
            await FollowAsync(http, type, options, @namespace, encoder, version, new BookmarkTimes(state.Clock, timeout, options.Bookmarks), ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The watch has run its time, the client has gone, or the server stops.
        }
    }

    /// <summary>The objects to begin with (null for none), the version after which changes follow, and why the watch ends at once, if it does.</summary>
    async Task<(IEnumerable<StoredObject>? Initial, long Version, string? Expired)> StartAsync(ResourceType type, ListOptions options, CancellationToken cancellation)
    {
        var asked = ListVerb.ParseVersion(options.ResourceVersion);
        if (options.SendInitialEvents != true && asked > 0)
        {
            var floor = state.Objects(type).Floor;
            return asked >= floor ? (null, asked, null) : (null, asked, $"too old resource version: {asked} ({floor})");
        }
        if (options.SendInitialEvents == false) return (null, NewestVersion(), null);
        await list.WaitForAsync(asked, cancellation);
        var (objects, version) = list.Snapshot(type);
        return (objects.Values, version, null);
    }

    static async Task SendAsync(
        HttpContext http, IEnumerable<StoredObject>? initial, long version, ListOptions options, string @namespace, WatchEncoder encoder, CancellationToken cancellation)
    {
        if (initial is null) return;
        foreach (var item in initial)
        {
            if ((@namespace.Length == 0 || item.Namespace == @namespace) && options.Matches(item))
                await http.Response.Body.WriteAsync(encoder.Encode(new WatchEvent("ADDED", item)), cancellation);
        }
        if (options is { SendInitialEvents: true, Bookmarks: true })
            await http.Response.Body.WriteAsync(encoder.Bookmark(version, endsInitialEvents: true), cancellation);
        await http.Response.Body.FlushAsync(cancellation);
    }

    async Task FollowAsync(
        HttpContext http, ResourceType type, ListOptions options, string @namespace, WatchEncoder encoder, long version, BookmarkTimes bookmarks, CancellationToken cancellation)
    {
        var collection = state.Objects(type);
        var position = collection.PositionAfter(version);
        while (!collection.IsClosed)
        {
            var newest = NewestVersion();
            var (changes, more) = collection.ReadFrom(position);
            if (more is null)
            {
                await WriteAsync(http, encoder.Expired($"too old resource version: {version} ({collection.Floor})"), cancellation);
                return;
            }
            position += changes.Count;
            foreach (var change in changes)
            {
                // A version from the future lets everything pass until it is reached.
                if (change.Version > version && WatchEvent.Of(change, options, @namespace) is { } found)
                    await http.Response.Body.WriteAsync(encoder.Encode(found), cancellation);
            }
            version = Math.Max(version, changes.Count > 0 ? changes[^1].Version : 0);
            if (changes.Count > 0) await http.Response.Body.FlushAsync(cancellation);
            else if (bookmarks.IsDue()) await WriteAsync(http, encoder.Bookmark(Math.Max(newest, version), endsInitialEvents: false), cancellation);
            else await Task.WhenAny(more, bookmarks.NextAsync(cancellation)).WaitAsync(cancellation);
        }
    }

    // Under the gate no change with this version is still on its way into the log.
    long NewestVersion()
    {
        lock (state.Store.Gate) return state.Store.Version;
    }

    static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> text, CancellationToken cancellation)
    {
        await http.Response.Body.WriteAsync(text, cancellation);
        await http.Response.Body.FlushAsync(cancellation);
    }
}
