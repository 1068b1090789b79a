using System.Collections.Concurrent;
using Toolbox.Flink;

namespace Toolbox.Operator.FlinkAccess;

/// <summary>
/// Looks at Flink. A cluster and its jobs that ask at about the same time share one look; what changes slowly (checkpoints, their
/// configuration) is asked less often.
/// </summary>
/// <param name="options">Limits of the calls; without them those of the client.</param>
/// <param name="changed">Called when a look shows that jobs have changed, so that nobody who shares looks learns it late.</param>
/// <param name="elsewhere">Where Flink is asked instead of the pod's address; null where it is asked there.</param>
public sealed class FlinkProbe(TimeProvider clock, FlinkClientOptions? options = null, Action? changed = null, Func<Uri?>? elsewhere = null) : IDisposable
{
    const int Port = 8081;

    readonly ConcurrentDictionary<string, Lazy<JobManagerAccess>> _access = new();

    /// <param name="address">IP address of the JobManager pod.</param>
    /// <param name="process">Names the process: another one answers for itself.</param>
    public JobManagerAccess At(string address, string process)
    {
        var asked = Asked(address);
        return _access.GetOrAdd($"{asked}/{process}", _ => new Lazy<JobManagerAccess>(() =>
            new JobManagerAccess(new FlinkClient(asked, (options ?? new FlinkClientOptions()) with { Clock = clock }), clock, changed))).Value;
    }

    /// <summary>Forgets all JobManager processes but the given ones.</summary>
    public void Keep(IEnumerable<(string Address, string Process)> living)
    {
        var keys = living.Select(item => $"{Asked(item.Address)}/{item.Process}").ToHashSet();
        foreach (var key in _access.Keys.Where(key => !keys.Contains(key)))
            if (_access.TryRemove(key, out var access) && access.IsValueCreated) access.Value.Dispose();
    }

    public void Dispose() => Keep([]);

    Uri Asked(string address) => elsewhere?.Invoke() ?? new Uri($"http://{Host(address)}:{Port}");

    static string Host(string address) => address.Contains(':', StringComparison.Ordinal) ? $"[{address}]" : address;
}
