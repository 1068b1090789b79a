using Prometheus;
using Toolbox.Core;
using Toolbox.Flink;
using Toolbox.Operator.Loop;

namespace Toolbox.Operator.Monitoring;

/// <summary>
/// What a process measures, for Prometheus. Every label has few values: kinds, rules, commands, outcomes, states, and the resources that
/// exist now. Series of a resource go with it, and with the leadership.
/// </summary>
public sealed class ProcessMetrics
{
    // A look at Flink takes milliseconds, a savepoint minutes.
    static readonly HistogramConfiguration Calls = new() { Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };
    static readonly HistogramConfiguration Savepoints = new() { Buckets = [0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600] };

    readonly CollectorRegistry _registry = Metrics.NewCustomRegistry();
    readonly Lock _lock = new();
    readonly List<Action> _refreshing = [];
    readonly Counter _decisions;
    readonly Counter _commands;
    readonly Histogram _commandDurations;
    readonly Counter _errors;
    readonly Histogram _flinkCalls;
    readonly Histogram _savepoints;
    readonly Counter _restarts;
    readonly Gauge _leader;

    public ProcessMetrics()
    {
        Factory = Metrics.WithCustomRegistry(_registry);
        DotNetStats.Register(_registry);
        _decisions = Factory.CreateCounter("flinkctl_decisions_total", "Decisions that changed something, by the rule that decided.", ["kind", "rule"]);
        _commands = Factory.CreateCounter("flinkctl_commands_total", "Commands that were carried out, by what came of them.", ["command", "outcome"]);
        _commandDurations = Factory.CreateHistogram("flinkctl_command_duration_seconds", "How long commands took.", ["command"], Calls);
        _errors = Factory.CreateCounter("flinkctl_reconcile_errors_total", "Rounds that ended in an error of the program.", ["kind"]);
        _flinkCalls = Factory.CreateHistogram("flinkctl_flink_call_duration_seconds", "How long Flink took for an answer.", ["call", "outcome"], Calls);
        _savepoints = Factory.CreateHistogram("flinkctl_savepoint_duration_seconds", "From the request of a savepoint to its end.", ["outcome"], Savepoints);
        _restarts = Factory.CreateCounter("flinkctl_watch_restarts_total", "Watches of the API server that had to be opened again.", ["resource"]);
        _leader = Factory.CreateGauge("flinkctl_leader", "1 while this process holds the lease and acts, 0 while it stands by.", ["lease"]);
        _registry.AddBeforeCollectCallback(Refresh);
    }

    internal IMetricFactory Factory { get; }

    public void Decided(WorkKind kind, string rule) => _decisions.WithLabels(kind.ToString(), rule).Inc();

    public void Executed(string command, Outcome outcome, TimeSpan took)
    {
        _commands.WithLabels(command, Word(outcome)).Inc();
        _commandDurations.WithLabels(command).Observe(took.TotalSeconds);
    }

    public void Failed(WorkKind kind) => _errors.WithLabels(kind.ToString()).Inc();

    public void FlinkAnswered(FlinkCall call) => _flinkCalls.WithLabels(call.Name, call.Outcome).Observe(call.Took.TotalSeconds);

    public void SavepointEnded(bool completed, TimeSpan took) =>
        _savepoints.WithLabels(completed ? "completed" : "failed").Observe(Math.Max(0, took.TotalSeconds));

    public void Leads(string lease, bool leads) => _leader.WithLabels(lease).Set(leads ? 1 : 0);

    /// <param name="notAfter">When the server's certificate ends, as often as it is asked.</param>
    public void CertificateEnds(Func<DateTimeOffset> notAfter)
    {
        var gauge = Factory.CreateGauge("flinkctl_certificate_not_after_timestamp_seconds", "When the certificate of the REST API ends, in seconds since 1970.");
        BeforeScrape(() => gauge.Set(notAfter().ToUnixTimeSeconds()));
    }

    /// <summary>The text format of Prometheus.</summary>
    public Task Export(Stream stream, CancellationToken cancellation) => _registry.CollectAndExportAsTextAsync(stream, cancellation);

    internal void WatchRestarted(string resource, long times) => _restarts.WithLabels(resource).Inc(times);

    /// <summary>Called before each scrape, until the answer is disposed of.</summary>
    internal IDisposable BeforeScrape(Action refresh)
    {
        lock (_lock) _refreshing.Add(refresh);
        return new Closing(() =>
        {
            lock (_lock) _refreshing.Remove(refresh);
        });
    }

    void Refresh()
    {
        lock (_lock)
            foreach (var refresh in _refreshing) refresh();
    }

    static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Done => "done",
        Outcome.Conflict => "conflict",
        Outcome.NotFound => "not-found",
        Outcome.AlreadyThere => "already-there",
        Outcome.Throttled => "throttled",
        Outcome.Unreachable => "unreachable",
        Outcome.Rejected => "rejected",
    };
}
