namespace Toolbox.KubernetesApi;

/// <summary>Delays that double with every failure in a row, up to a bound.</summary>
sealed class Backoff(TimeSpan first, TimeSpan longest)
{
    int _failures;

    public void Succeeded() => _failures = 0;

    /// <summary>Counts a failure and says how long to wait now.</summary>
    public TimeSpan Failed()
    {
        var doublings = Math.Min(_failures++, 30);
        return TimeSpan.FromTicks((long)Math.Min(first.Ticks * Math.Pow(2, doublings), longest.Ticks));
    }
}
