using System.Threading.Channels;
using k8s.Models;

namespace Toolbox.KubernetesApi;

/// <summary>Wakes a contender when the lease has changed, so that a released lease is taken over without waiting for a look.</summary>
sealed class LeaseSignal : IAsyncDisposable
{
    readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    readonly ResourceCache<V1Lease> _cache;
    readonly Task _listening;
    readonly TimeProvider _time;

    public LeaseSignal(KubernetesApiClient client, LeaderElectionOptions options)
    {
        _time = options.Time;
        _cache = ResourceCache<V1Lease>.Start(client, ResourceTypes.Leases, new CacheOptions<V1Lease>
        {
            Namespace = options.Namespace,
            FieldSelector = $"metadata.name={options.LeaseName}",
            Time = options.Time,
        });
        _listening = Listen();
    }

    /// <summary>Until the lease changes, at most this long.</summary>
    public async Task Wait(TimeSpan limit, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            await _changed.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _cache.DisposeAsync();
        await _listening;
    }

    async Task Listen()
    {
        await foreach (var _ in _cache.Changes()) _changed.Writer.TryWrite(true);
    }
}
