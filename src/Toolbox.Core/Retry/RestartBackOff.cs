namespace Toolbox.Core.Retry;

/// <summary>
/// How long to wait before a job that has ended is started again by its policy: <c>restartDelay</c> at first, doubled with every failure in a row,
/// ten minutes at most, or <c>restartDelay</c> where that is longer.
/// </summary>
public static class RestartBackOff
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Lasting = TimeSpan.FromMinutes(10);

    // Doubling nothing would never become a pause.
    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <param name="failedRuns">Failures in a row; 0 when the job did not fail.</param>
    public static TimeSpan Delay(TimeSpan restartDelay, int failedRuns)
    {
        if (failedRuns <= 1 || restartDelay >= Longest) return restartDelay;
        var first = restartDelay < Shortest ? Shortest : restartDelay;
        var delay = first * Math.Pow(2, Math.Min(failedRuns, 20) - 1);
        return delay < Longest ? delay : Longest;
    }

    /// <summary>A job that has run for so long counts as mended: its earlier failures are forgotten.</summary>
    public static TimeSpan LastsAfter(TimeSpan restartDelay) => restartDelay * 10 > Lasting ? restartDelay * 10 : Lasting;
}
