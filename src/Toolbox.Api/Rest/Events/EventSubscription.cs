using System.Threading.Channels;

namespace Toolbox.Api.Rest.Events;

/// <summary>One client of the stream: what it gets first, and what comes then.</summary>
/// <param name="start">Number of the newest event when the client came.</param>
/// <param name="missed">What it missed since its last event; null when that is not known.</param>
/// <param name="present">What exists: for a client that begins anew.</param>
sealed class EventSubscription(
    long start, IReadOnlyList<ResourceEvent>? missed, IReadOnlyList<string> present, Channel<ResourceEvent> changes, Action<EventSubscription> leave) : IDisposable
{
    readonly CancellationTokenSource _dropped = new();

    /// <summary>True when the client has to forget what it knew: what exists comes first, as added.</summary>
    public bool Reset => missed is null;

    public long Start => start;

    public IReadOnlyList<ResourceEvent> Missed => missed ?? [];

    public IReadOnlyList<string> Present => present;

    public ChannelReader<ResourceEvent> Changes => changes.Reader;

    /// <summary>Cancelled when the client was too slow, or the server ends.</summary>
    public CancellationToken Dropped => _dropped.Token;

    /// <summary>False when the client is so far behind that its queue is full; it is dropped then.</summary>
    public bool Offer(ResourceEvent change) => changes.Writer.TryWrite(change);

    // Elsewhere, since whoever drops a client may hold what its end needs.
    public void Drop() => _ = _dropped.CancelAsync();

    public void Dispose()
    {
        leave(this);
        _dropped.Dispose();
    }
}
