using System.Threading.Channels;

namespace Toolbox.Api.Rest.Events;

/// <summary>One client of the stream: what it gets first, and what comes then.</summary>
/// <param name="reset">True when the client has to forget what it knew: what exists comes first, as added.</param>
sealed class EventSubscription(bool reset, IReadOnlyList<ResourceEvent> first, Channel<ResourceEvent> changes, Action<EventSubscription> leave) : IDisposable
{
    readonly CancellationTokenSource _dropped = new();

    public bool Reset => reset;

    public IReadOnlyList<ResourceEvent> First => first;

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
