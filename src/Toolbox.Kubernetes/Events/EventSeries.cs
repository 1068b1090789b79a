using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Toolbox.Kubernetes.Events;

/// <summary>
/// Remembers a bounded number of events and how often each was published, and how many events each object may still cause: 25 at
/// once and one more every 30 seconds.
/// </summary>
sealed class EventSeries(string component, TimeProvider time)
{
    public static readonly TimeSpan Refill = TimeSpan.FromSeconds(30);

    internal const int MostSeries = 1000;
    internal const int Burst = 25;

    readonly Lock _lock = new();
    readonly Recent<EventKey, Series> _series = new(MostSeries);
    readonly Recent<string, Budget> _budgets = new(MostSeries);

    /// <summary>Takes one event from the object's budget, if there is one left.</summary>
    public bool Admits(string uid)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var budget = _budgets.Find(uid) ?? new Budget(Burst, now);
            var tokens = Math.Min(Burst, budget.Tokens + (now - budget.Since) / Refill);
            _budgets.Put(uid, new Budget(tokens >= 1 ? tokens - 1 : tokens, now));
            return tokens >= 1;
        }
    }

    /// <summary>Counts a repetition; null when there is no such event yet.</summary>
    public Series? Repeat(EventKey key)
    {
        lock (_lock)
        {
            if (_series.Find(key) is not { } series) return null;
            var repeated = series with { Count = series.Count + 1 };
            _series.Put(key, repeated);
            return repeated;
        }
    }

    /// <summary>Begins a series and names its event, differently for every process and every time.</summary>
    public string Begin(EventKey key, string objectName)
    {
        lock (_lock)
        {
            var name = $"{objectName}.{Suffix(key)}";
            _series.Put(key, new Series(name, 1));
            return name;
        }
    }

    /// <summary>The event of this series was not written.</summary>
    public void Forget(EventKey key)
    {
        lock (_lock) _series.Remove(key);
    }

    string Suffix(EventKey key)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{component}/{time.GetUtcNow().UtcTicks}/{key}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    internal sealed record Series(string Name, int Count);

    sealed record Budget(double Tokens, DateTimeOffset Since);
}
