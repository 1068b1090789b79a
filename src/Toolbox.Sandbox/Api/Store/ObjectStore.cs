using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;

namespace Toolbox.Sandbox.Api.Store;

/// <summary>Everything that is stored, under one counter of resource versions as in etcd.</summary>
sealed class ObjectStore(int window, ObjectJournal? journal)
{
    // etcd's client takes no larger message.
    const int Limit = 2 * 1024 * 1024;

    readonly Dictionary<string, ObjectCollection> _collections = new(StringComparer.Ordinal);
    long _version = 1;

    /// <summary>Held by a writer from reading the live object to storing the next one.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The resource version of the latest change.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>The collection of a resource (its plural, a dot and its group), made when it is first asked for.</summary>
    public ObjectCollection Collection(string key, bool custom)
    {
        lock (Gate)
        {
            if (_collections.TryGetValue(key, out var collection)) return collection;
            // A custom resource's watch cache begins when its definition is served; the built-in ones have begun with the server.
            collection = new ObjectCollection(key, custom ? Version : 0, window);
            _collections[key] = collection;
            return collection;
        }
    }

    public void Forget(string key)
    {
        lock (Gate)
        {
            if (_collections.Remove(key, out var collection)) collection.Close();
        }
    }

    /// <summary>Stores <paramref name="content"/>, which the caller gives away.</summary>
    public StoredObject Put(ObjectCollection collection, JsonObject content, StoredObject? before, bool typed)
    {
        lock (Gate)
        {
            var item = StoredObject.Take(content, _version + 1, typed);
            if (item.Json.Length > Limit)
                throw Refuse.Unmapped($"rpc error: code = ResourceExhausted desc = trying to send message larger than max ({item.Json.Length} vs. {Limit})");
            collection.Append(before is null ? ChangeKind.Added : ChangeKind.Modified, item, before);
            Interlocked.Increment(ref _version);
            journal?.Append(Entry(collection, item, content));
            return item;
        }
    }

    /// <summary>Takes over what the journal kept from an earlier run, with the versions of then.</summary>
    public void Restore()
    {
        if (journal is null) return;
        var entries = journal.Load();
        foreach (var entry in entries)
        {
            var item = StoredObject.Take(entry.Content!.Copy(), entry.Version, !entry.Custom);
            Collection(entry.Collection, entry.Custom).Append(ChangeKind.Added, item, null);
            _version = Math.Max(_version, entry.Version);
        }
        journal.Begin(entries);
    }

    static JournalEntry Entry(ObjectCollection collection, StoredObject item, JsonObject? content) =>
        new(item.Version, collection.Name, !item.IsTyped, ObjectCollection.Key(item.Namespace, item.Name), content);

    /// <summary>Removes an object; watchers see <paramref name="last"/>, which the caller gives away, with a new resource version.</summary>
    public StoredObject Remove(ObjectCollection collection, StoredObject live, JsonObject last, bool typed)
    {
        lock (Gate)
        {
            var item = StoredObject.Take(last, _version + 1, typed);
            collection.Append(ChangeKind.Deleted, item, live);
            Interlocked.Increment(ref _version);
            journal?.Append(Entry(collection, item, null));
            return item;
        }
    }
}
