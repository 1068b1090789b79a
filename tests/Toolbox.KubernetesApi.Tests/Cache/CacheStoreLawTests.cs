using CsCheck;
using k8s.Models;

namespace Toolbox.KubernetesApi.Tests.Cache;

/// <summary>
/// However watch events, lists, bookmarks and late answers of writes interleave, a store that has heard of everything equals the server.
/// A broken law shows as a deleted object that came back, or an old state that won over a newer one.
/// </summary>
public sealed class CacheStoreLawTests
{
    static readonly string[] Names = ["a", "b", "c"];

    static V1ConfigMap Map(string name, int version, int birth) => new()
    {
        Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = "n", Uid = $"{name}-{birth}", ResourceVersion = $"{version}" },
    };

    /// <summary>A server's history: what each version created, changed or deleted.</summary>
    sealed class History
    {
        readonly List<(V1ConfigMap Value, bool Deletion)> _changes = [];
        readonly Dictionary<string, (int Birth, V1ConfigMap Value)> _live = [];

        public int Version => _changes.Count;

        public IReadOnlyList<(V1ConfigMap Value, bool Deletion)> Changes => _changes;

        public void Step(string name, bool delete)
        {
            var version = Version + 1;
            if (_live.TryGetValue(name, out var live) && delete)
            {
                _live.Remove(name);
                _changes.Add((Map(name, version, live.Birth), true));
                return;
            }
            var birth = live.Value is null ? version : live.Birth;
            _live[name] = (birth, Map(name, version, birth));
            _changes.Add((_live[name].Value, false));
        }

        public IReadOnlyList<V1ConfigMap> ListAt(int version)
        {
            var state = new Dictionary<string, V1ConfigMap>();
            foreach (var (value, deletion) in _changes.Take(version))
                if (deletion) state.Remove(value.Metadata.Name);
                else state[value.Metadata.Name] = value;
            return [.. state.Values];
        }
    }

    [Fact]
    public void A_store_that_has_heard_of_everything_equals_the_server() =>
        Gen.Select(
            Gen.Select(Gen.Int[0, 2], Gen.Bool).Array[1, 30],
            Gen.Select(Gen.Int[0, 3], Gen.Int[0, 29]).Array[0, 60])
        .Sample((steps, actions) =>
        {
            var history = new History();
            foreach (var (name, delete) in steps) history.Step(Names[name], delete);
            var store = new CacheStore<V1ConfigMap>();
            store.Replace([], "0");
            var watched = 0;
            foreach (var (action, pick) in actions) watched = Act(history, store, watched, action, pick);
            while (watched < history.Version) watched = Act(history, store, watched, 0, 0);
            return Text(store.All()) == Text(history.ListAt(history.Version));
        });

    /// <summary>One step of the world; answers how far the watch has come.</summary>
    static int Act(History history, CacheStore<V1ConfigMap> store, int watched, int action, int pick)
    {
        var at = pick % history.Version;
        switch (action)
        {
            case 0 when watched < history.Version:
                var (value, deletion) = history.Changes[watched];
                if (deletion) store.TakeDeletion(value);
                else store.Take(value);
                return watched + 1;
            case 1 when !history.Changes[at].Deletion:
                store.Offer(history.Changes[at].Value);
                return watched;
            case 2:
                store.TakeBookmark($"{watched}");
                return watched;
            case 3 when at + 1 >= watched:
                store.Replace(history.ListAt(at + 1), $"{at + 1}");
                return at + 1;
            default:
                return watched;
        }
    }

    static string Text(IEnumerable<V1ConfigMap> items) =>
        string.Join(' ', items.Select(item => $"{item.Metadata.Uid}@{item.Metadata.ResourceVersion}").Order(StringComparer.Ordinal));
}
