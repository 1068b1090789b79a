using System.Text.Json;
using Toolbox.Flink.Transport;

namespace Toolbox.Flink;

/// <summary>
/// Calls to the JobManager at one address, for Flink 1.9 to 2.3. Operating errors are answers, not exceptions; only the caller's own
/// cancellation is thrown. Thread-safe. Dispose it when the JobManager is gone.
/// </summary>
public sealed partial class FlinkClient(Uri address, FlinkClientOptions options) : IDisposable
{
    readonly FlinkTransport transport = new(address, options);
    (FlinkVersion Version, int Failures)? known;

    public Uri Address { get; } = address;

    /// <summary>Slots, jobs, version. It needs the dispatcher and the ResourceManager: an answer means that the cluster works.</summary>
    public Task<FlinkAnswer<FlinkOverview>> OverviewAsync(CancellationToken cancellationToken = default) =>
        transport.GetAsync("overview", FlinkJson.Default.FlinkOverview, cancellationToken);

    public async Task<FlinkAnswer<FlinkConfiguration>> ConfigAsync(CancellationToken cancellationToken = default)
    {
        var answer = await transport.GetAsync("config", FlinkJson.Default.FlinkConfiguration, cancellationToken).ConfigureAwait(false);
        if (answer is FlinkAnswer<FlinkConfiguration>.Ok(var configuration) && FlinkVersion.TryParse(configuration.Version) is { } version)
            known = (version, transport.Failures);
        return answer;
    }

    /// <summary>The version, asked once and again after a broken connection: behind it may be another JobManager now.</summary>
    public async Task<FlinkAnswer<FlinkVersion>> VersionAsync(CancellationToken cancellationToken = default)
    {
        if (known is var (version, failures) && failures == transport.Failures) return new FlinkAnswer<FlinkVersion>.Ok(version);
        var answer = await ConfigAsync(cancellationToken).ConfigureAwait(false);
        return answer.Then<FlinkVersion>(configuration => FlinkVersion.TryParse(configuration.Version) is { } parsed
            ? new FlinkAnswer<FlinkVersion>.Ok(parsed)
            : new FlinkAnswer<FlinkVersion>.Unreachable($"GET config: Flink version '{configuration.Version}' is not of the form MAJOR.MINOR."));
    }

    /// <summary>Effective configuration of the JobManager. `web.tmpdir` is another one in each process: by it a restart is noticed.</summary>
    public async Task<FlinkAnswer<IReadOnlyDictionary<string, string>>> JobManagerConfigAsync(CancellationToken cancellationToken = default)
    {
        var answer = await transport.GetAsync("jobmanager/config", FlinkJson.Default.ListConfigurationEntryWire, cancellationToken).ConfigureAwait(false);
        return answer.Map(entries => Dictionary(entries.Select(entry => (entry.Key, entry.Value))));
    }

    public async Task<FlinkAnswer<IReadOnlyList<TaskManager>>> TaskManagersAsync(CancellationToken cancellationToken = default)
    {
        var answer = await transport.GetAsync("taskmanagers", FlinkJson.Default.TaskManagersWire, cancellationToken).ConfigureAwait(false);
        return answer.Map(wire => Present(wire.TaskManagers));
    }

    public Task<FlinkAnswer<TaskManager>> TaskManagerAsync(string id, CancellationToken cancellationToken = default) =>
        transport.GetAsync($"taskmanagers/{Uri.EscapeDataString(id)}", FlinkJson.Default.TaskManager, cancellationToken);

    /// <summary>Any GET as JSON, for answers that are handed on as they are, as `jobs/ID`. The path is relative and already escaped.</summary>
    public Task<FlinkAnswer<JsonElement>> JsonAsync(string path, CancellationToken cancellationToken = default) =>
        transport.GetAsync(path, FlinkJson.Default.JsonElement, cancellationToken);

    public Task<FlinkAnswer<IReadOnlyDictionary<string, string>>> JobMetricsAsync(string jobId, IEnumerable<string> names, CancellationToken cancellationToken = default) =>
        MetricsAsync($"jobs/{jobId}/metrics", names, cancellationToken);

    public Task<FlinkAnswer<IReadOnlyDictionary<string, string>>> JobManagerMetricsAsync(IEnumerable<string> names, CancellationToken cancellationToken = default) =>
        MetricsAsync("jobmanager/metrics", names, cancellationToken);

    public Task<FlinkAnswer<IReadOnlyDictionary<string, string>>> TaskManagerMetricsAsync(string id, IEnumerable<string> names, CancellationToken cancellationToken = default) =>
        MetricsAsync($"taskmanagers/{Uri.EscapeDataString(id)}/metrics", names, cancellationToken);

    public void Dispose() => transport.Dispose();

    /// <summary>Names that Flink does not know are left out; so is everything for an unknown job or TaskManager, and just after a start.</summary>
    async Task<FlinkAnswer<IReadOnlyDictionary<string, string>>> MetricsAsync(string path, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var query = Uri.EscapeDataString(string.Join(',', names));
        var answer = await transport.GetAsync($"{path}?get={query}", FlinkJson.Default.ListMetricWire, cancellationToken).ConfigureAwait(false);
        return answer.Map(metrics => Dictionary(metrics.Select(metric => (metric.Id, metric.Value))));
    }

    static IReadOnlyDictionary<string, string> Dictionary(IEnumerable<(string? Key, string? Value)> entries)
    {
        var values = new Dictionary<string, string>();
        foreach (var (key, value) in entries)
            if (key is not null && value is not null) values[key] = value;
        return values;
    }

    static IReadOnlyList<T> Present<T>(List<T?>? items) where T : class => [.. (items ?? []).OfType<T>()];
}
