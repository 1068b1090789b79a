using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Toolbox.KubernetesApi;

/// <summary>
/// A local copy of a collection, kept up to date by one list and a watch that is resumed for ever (a reflector, as client-go calls it).
/// When the server forgets where the watch was (410), the list is read again; meanwhile the old content stays visible, and what
/// vanished is told as deleted. Reads never wait and never fail; <see cref="State"/> says how far they can be trusted.
/// </summary>
public sealed class ResourceCache<T> : IAsyncDisposable
{
    readonly CacheStore<T> _store = new();
    readonly CancellationTokenSource _stop = new();
    readonly Reflector<T> _reflector;
    readonly CacheOptions<T> _options;
    readonly Task _running;

    ResourceCache(KubernetesApiClient client, ResourceType<T> type, CacheOptions<T> options)
    {
        _options = options;
        _reflector = new Reflector<T>(client, type, options, _store);
        _running = Task.Run(() => _reflector.Run(_stop.Token));
    }

    public static ResourceCache<T> Start(KubernetesApiClient client, ResourceType<T> type, CacheOptions<T>? options = null) =>
        new(client, type, options ?? new CacheOptions<T>());

    /// <summary>Done once the first list has been read; cancelled when the cache is closed before.</summary>
    public Task WhenSynced => _reflector.WhenSynced;

    public CacheState State => _reflector.State;

    /// <summary>How often the watch had to be opened again after a failure or an expired version, for metrics.</summary>
    public long Restarts => _reflector.Restarts;

    /// <summary>When the server last sent anything.</summary>
    public DateTimeOffset? LastEventAt => _reflector.LastEventAt;

    /// <summary>The newest resource version that the server has told.</summary>
    public string ResourceVersion => _store.Position;

    /// <summary>Everything, in no order.</summary>
    public IReadOnlyList<T> Items => _store.All();

    /// <summary>What one namespace holds, by name; the empty name stands for objects of the whole cluster.</summary>
    public IReadOnlyDictionary<string, T> InNamespace(string @namespace) => _store.InNamespace(@namespace);

    /// <summary>The object, or <c>default</c> when the cache has none of this name.</summary>
    public T? Get(ObjectKey key) => _store.TryGet(key, out var value) ? value : default;

    /// <inheritdoc cref="Get(ObjectKey)"/>
    public T? Get(string @namespace, string name) => Get(new ObjectKey(@namespace, name));

    /// <summary>
    /// Puts the answer of a write of ours into the cache, so that the next read sees it even before the watch does. Ignored, with the
    /// answer false, when the cache knows a newer version or has seen the object deleted since. Offer only what the selectors choose.
    /// </summary>
    public bool Offer(T newer) => _store.Offer(_options.Trim(newer));

    /// <summary>First everything that is there, as added, then every change in its order, until the cache is closed.</summary>
    public async IAsyncEnumerable<ResourceChange<T>> Changes([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var channel = Channel.CreateUnbounded<ResourceChange<T>>(new UnboundedChannelOptions { SingleReader = true });
        _store.Listen(channel.Writer);
        try
        {
            if (_stop.IsCancellationRequested) channel.Writer.TryComplete();
            await foreach (var change in channel.Reader.ReadAllAsync(cancellation)) yield return change;
        }
        finally
        {
            _store.Unlisten(channel.Writer);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        await _running;
        _store.Complete();
    }
}
