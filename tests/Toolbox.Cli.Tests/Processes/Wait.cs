namespace Toolbox.Cli.Tests.Processes;

/// <summary>Waits for a condition, with a limit.</summary>
static class Wait
{
    public static async Task Until(Func<bool> condition, Func<string> what)
    {
        using var limit = new CancellationTokenSource(Flinkctl.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!condition())
            if (!await Tick(timer, limit.Token)) throw new TimeoutException($"Waited in vain for {what()}");
    }

    static async Task<bool> Tick(PeriodicTimer timer, CancellationToken limit)
    {
        try
        {
            return await timer.WaitForNextTickAsync(limit);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
