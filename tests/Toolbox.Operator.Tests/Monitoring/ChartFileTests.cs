using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Toolbox.Core;
using Toolbox.Flink;
using Toolbox.KubernetesApi;
using Toolbox.Operator.Loop;
using Toolbox.Operator.Monitoring;
using Toolbox.Operator.Operator;
using Toolbox.Operator.Supervisor;
using static Toolbox.Operator.Tests.Monitoring.ResourceFixture;

namespace Toolbox.Operator.Tests.Monitoring;

/// <summary>The dashboard and the alert rules ask for metrics that exist, and Prometheus understands both them and us.</summary>
public sealed partial class ChartFileTests : IAsyncDisposable
{
    readonly ProcessMetrics _metrics = new();
    readonly KubernetesApiClient _client = Nowhere();
    readonly OperatorWorld _operator;
    readonly SupervisorWorld _supervisor;
    readonly List<IDisposable> _followed = [];

    public ChartFileTests()
    {
        (_operator, _supervisor) = (new OperatorWorld(_client, "flink"), new SupervisorWorld(_client, "flink", "a"));
        var job = Resource("FlinkJob", "a-j", """{"supervisorStatus":"Started","savepointPath":"s3://s/1","savepointTimestamp":"2026-01-01T00:00:00Z"}""");
        _operator.Jobs.Offer(job);
        _supervisor.Jobs.Offer(job);
        _supervisor.Clusters.Offer(Resource("FlinkCluster", "a", "{}"));
        var queue = new WorkQueue(TimeProvider.System);
        var watches = new WatchMetrics(_metrics, TimeProvider.System).Follow("flinkjobs", _operator.Jobs);
        _followed.AddRange([watches, QueueMetrics.Follow(_metrics, queue), ResourceMetrics.Follow(_metrics, _operator), new JobMetrics(_metrics, _supervisor, TimeProvider.System)]);
        _metrics.CertificateEnds(() => DateTimeOffset.UtcNow.AddDays(1));
        _metrics.Leads("lease", true);
        _metrics.Decided(WorkKind.Job, "rule");
        _metrics.Executed("command", new Outcome.Done(), TimeSpan.FromSeconds(1));
        _metrics.Failed(WorkKind.Job);
        _metrics.FlinkAnswered(new FlinkCall("GET overview", "ok", TimeSpan.FromSeconds(1)));
        _metrics.SavepointEnded(true, TimeSpan.FromSeconds(1));
    }

    public async ValueTask DisposeAsync()
    {
        _followed.ForEach(item => item.Dispose());
        await _operator.DisposeAsync();
        await _supervisor.DisposeAsync();
        _client.Dispose();
    }

    [Fact]
    public async Task The_dashboard_asks_for_metrics_that_exist()
    {
        var panels = JsonNode.Parse(await File.ReadAllTextAsync(ChartFiles.Dashboard))!["panels"]!.AsArray();
        var expressions = panels.SelectMany(panel => panel!["targets"]?.AsArray() ?? []).Select(target => (string)target!["expr"]!).ToList();
        Assert.True(expressions.Count > 15);
        await AllExist(expressions);
        Assert.Equal(panels.Count, panels.Select(panel => (int)panel!["id"]!).Distinct().Count());
    }

    [Fact]
    public async Task The_alert_rules_ask_for_metrics_that_exist()
    {
        var expressions = (await File.ReadAllLinesAsync(ChartFiles.Alerts)).Where(line => line.TrimStart().StartsWith("expr:", StringComparison.Ordinal)).ToList();
        Assert.True(expressions.Count > 10);
        await AllExist(expressions);
    }

    [Fact]
    public async Task Every_metric_of_ours_is_told_of_in_the_README()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(ChartFiles.Root, "README.md"));
        Assert.All((await Names()).Where(name => name.StartsWith("flink", StringComparison.Ordinal)), name => Assert.Contains($"`{name}`", readme));
    }

    [PromtoolFact]
    public async Task Promtool_accepts_the_scrape_and_the_rules_and_alerts_come_when_they_should()
    {
        await Promtool.Accepts(string.Join('\n', await Scrape.Of(_metrics)), "check", "metrics");
        await Promtool.Accepts("", "check", "rules", ChartFiles.Alerts);
        var test = await File.ReadAllTextAsync(Path.Combine(ChartFiles.Root, "tests", "Toolbox.Operator.Tests", "Monitoring", "alerts.test.yaml"));
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, test.Replace("- RULES", $"- {ChartFiles.Alerts}", StringComparison.Ordinal));
            await Promtool.Accepts("", "test", "rules", file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    async Task AllExist(IEnumerable<string> expressions)
    {
        var names = await Names();
        foreach (var expression in expressions)
        {
            var asked = Metric().Matches(expression).Select(match => match.Value).ToList();
            Assert.True(asked.Count > 0, $"no metric in {expression}");
            Assert.All(asked, name => Assert.True(names.Contains(name) || names.Contains(Part().Replace(name, "")), $"{name} does not exist, asked for in {expression}"));
        }
    }

    async Task<HashSet<string>> Names() =>
        [.. (await Scrape.Of(_metrics)).Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2])];

    [GeneratedRegex(@"\b(flinkctl|flink_operator|process|dotnet)_\w+")]
    private static partial Regex Metric();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Part();
}
