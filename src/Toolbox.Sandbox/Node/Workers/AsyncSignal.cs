namespace Toolbox.Sandbox.Node.Workers;

/// <summary>A bell: rings from any thread wake the one that waits, once; a ring before the wait is not lost.</summary>
public sealed class AsyncSignal
{
    readonly SemaphoreSlim bell = new(0, 1);

    public void Ring()
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Returns at a ring, or when the time is over.</summary>
    public async Task WaitAsync(TimeSpan? limit, TimeProvider clock, CancellationToken cancellation)
    {
        if (limit is not { } time)
        {
            await bell.WaitAsync(cancellation);
            return;
        }

        using var timer = new CancellationTokenSource(time < TimeSpan.Zero ? TimeSpan.Zero : time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            await bell.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time is over.
        }
    }
}
