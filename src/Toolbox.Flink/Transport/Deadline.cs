namespace Toolbox.Flink.Transport;

/// <summary>The time by which a call must end, or, for one that makes progress, go on.</summary>
sealed class Deadline(TimeSpan limit, TimeProvider clock) : IDisposable
{
    readonly CancellationTokenSource source = new(limit, clock);

    public TimeSpan Limit { get; } = limit;

    /// <summary>Whether there was progress.</summary>
    public bool IsRenewed { get; private set; }

    public CancellationToken Token => source.Token;

    /// <summary>There was progress: the time begins anew, unless it is over.</summary>
    public void Renew()
    {
        IsRenewed = true;
        try
        {
            source.CancelAfter(Limit);
        }
        catch (ObjectDisposedException)
        {
            // Flink may answer before it has read everything; what is still sent then matters no more.
        }
    }

    public void Dispose() => source.Dispose();
}
