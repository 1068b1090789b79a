using System.Collections.Concurrent;
using Toolbox.Flink;

namespace Toolbox.Operator.FlinkAccess;

/// <summary>
/// Looks at Flink. A cluster and its jobs that ask at about the same time share one look; what changes slowly (checkpoints, their
/// configuration) is asked less often.
/// </summary>
/// <param name="options">Limits of the calls; without them those of the client.</param>
/// <param name="changed">Called when a look shows that jobs have changed, so that nobody who shares looks learns it late.</param>
public sealed class FlinkProbe(TimeProvider clock, FlinkClientOptions? options = null, Action? changed = null) : IDisposable
{
    const int Port = 8081;

    readonly ConcurrentDictionary<string, Lazy<JobManagerAccess>> _access = new();

    /// <param name="address">IP address of the JobManager pod.</param>
    /// <param name="process">Names the process: another one answers for itself.</param>
    public JobManagerAccess At(string address, string process) =>
        _access.GetOrAdd($"{address}/{process}", _ => new Lazy<JobManagerAccess>(() =>
            new JobManagerAccess(new FlinkClient(new Uri($"http://{Host(address)}:{Port}"), (options ?? new FlinkClientOptions()) with { Clock = clock }), clock, changed))).Value;

    /// <summary>Forgets all JobManager processes but the given ones.</summary>
    public void Keep(IEnumerable<(string Address, string Process)> living)
    {
        var keys = living.Select(item => $"{item.Address}/{item.Process}").ToHashSet();
        foreach (var key in _access.Keys.Where(key => !keys.Contains(key)))
            if (_access.TryRemove(key, out var access) && access.IsValueCreated) access.Value.Dispose();
    }

    public void Dispose() => Keep([]);

    static string Host(string address) => address.Contains(':', StringComparison.Ordinal) ? $"[{address}]" : address;
}
