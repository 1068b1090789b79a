using Microsoft.Extensions.Time.Testing;
using Prometheus;
using Toolbox.Core;
using Toolbox.Flink;
using Toolbox.Operator.Loop;
using Toolbox.Operator.Monitoring;

namespace Toolbox.Operator.Tests.Monitoring;

public class ProcessMetricsTests
{
    readonly ProcessMetrics _metrics = new();

    [Fact]
    public async Task Decisions_commands_and_errors_are_counted()
    {
        _metrics.Decided(WorkKind.Job, "StartJob");
        _metrics.Decided(WorkKind.Job, "StartJob");
        _metrics.Executed("CancelJob", new Outcome.Unreachable("silence"), TimeSpan.FromMilliseconds(30));
        _metrics.Failed(WorkKind.Cluster);
        Assert.Equal(["flinkctl_decisions_total{kind=\"Job\",rule=\"StartJob\"} 2"], await Scrape.Of(_metrics, "flinkctl_decisions_total"));
        Assert.Equal(["flinkctl_commands_total{command=\"CancelJob\",outcome=\"unreachable\"} 1"], await Scrape.Of(_metrics, "flinkctl_commands_total"));
        Assert.Contains("flinkctl_command_duration_seconds_bucket{command=\"CancelJob\",le=\"0.05\"} 1", await Scrape.Of(_metrics));
        Assert.Contains("flinkctl_command_duration_seconds_bucket{command=\"CancelJob\",le=\"0.025\"} 0", await Scrape.Of(_metrics));
        Assert.Equal(["flinkctl_reconcile_errors_total{kind=\"Cluster\"} 1"], await Scrape.Of(_metrics, "flinkctl_reconcile_errors_total"));
    }

    [Fact]
    public async Task Every_outcome_has_a_word()
    {
        Outcome[] all =
        [
            new Outcome.Done(), new Outcome.Conflict(""), new Outcome.NotFound(""), new Outcome.AlreadyThere(),
            new Outcome.Throttled(TimeSpan.Zero), new Outcome.Unreachable(""), new Outcome.Rejected(""),
        ];
        foreach (var outcome in all) _metrics.Executed("c", outcome, TimeSpan.Zero);
        Assert.Equal(all.Length, (await Scrape.Of(_metrics, "flinkctl_commands_total")).Length);
    }

    [Fact]
    public async Task Leadership_and_savepoints_are_told()
    {
        _metrics.Leads("operator", false);
        Assert.Equal(["flinkctl_leader{lease=\"operator\"} 0"], await Scrape.Of(_metrics, "flinkctl_leader"));
        _metrics.Leads("operator", true);
        _metrics.SavepointEnded(completed: true, TimeSpan.FromSeconds(4));
        _metrics.FlinkAnswered(new FlinkCall("GET overview", "ok", TimeSpan.FromMilliseconds(7)));
        var lines = await Scrape.Of(_metrics);
        Assert.Contains("flinkctl_leader{lease=\"operator\"} 1", lines);
        Assert.Contains("flinkctl_savepoint_duration_seconds_sum{outcome=\"completed\"} 4", lines);
        Assert.Contains("flinkctl_flink_call_duration_seconds_count{call=\"GET overview\",outcome=\"ok\"} 1", lines);
        Assert.Contains(lines, line => line.StartsWith("process_cpu_seconds_total ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_queue_is_looked_at_when_it_is_asked_for()
    {
        var clock = new FakeTimeProvider();
        var queue = new WorkQueue(clock);
        using (QueueMetrics.Follow(_metrics, queue))
        {
            queue.Add(new WorkKey(WorkKind.Job, "n", "a"));
            clock.Advance(TimeSpan.FromSeconds(5));
            queue.Add(new WorkKey(WorkKind.Job, "n", "b"));
            Assert.Equal(["flinkctl_queue_depth 2"], await Scrape.Of(_metrics, "flinkctl_queue_depth"));
            Assert.Equal(["flinkctl_queue_oldest_seconds 5"], await Scrape.Of(_metrics, "flinkctl_queue_oldest_seconds"));
            await queue.Take(CancellationToken.None);
            Assert.Equal(["flinkctl_queue_oldest_seconds 0"], await Scrape.Of(_metrics, "flinkctl_queue_oldest_seconds"));
        }
        Assert.Equal(["flinkctl_queue_depth 0"], await Scrape.Of(_metrics, "flinkctl_queue_depth"));
    }

    [Fact]
    public void Series_that_are_not_set_any_more_are_gone()
    {
        var gauge = Metrics.WithCustomRegistry(Metrics.NewCustomRegistry()).CreateGauge("g", "help", "namespace", "name");
        var live = new LiveGauge(gauge);
        live.Set([(["n", "a"], 1), (["n", "b"], 2)]);
        live.Set([(["n", "b"], 3), (["n", "c"], 4)]);
        Assert.Equal(["n/b", "n/c"], gauge.GetAllLabelValues().Select(labels => string.Join('/', labels)).Order());
        live.Clear();
        Assert.Empty(gauge.GetAllLabelValues());
    }
}
