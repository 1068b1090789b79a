namespace Toolbox.Core.Retry;

/// <summary>How long to wait before something that failed is tried again: 10 s, doubled with every failure, five minutes at most.</summary>
public static class RetryPolicy
{
    static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static TimeSpan Delay(int failures)
    {
        if (failures <= 0) return TimeSpan.Zero;
        var delay = First * Math.Pow(2, Math.Min(failures, 10) - 1);
        return delay < Longest ? delay : Longest;
    }
}
