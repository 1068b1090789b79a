using Microsoft.Extensions.Time.Testing;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Operator.Monitoring;
using Toolbox.Operator.Operator;
using Toolbox.Operator.Supervisor;
using static Toolbox.Operator.Tests.Monitoring.ResourceFixture;

namespace Toolbox.Operator.Tests.Monitoring;

/// <summary>What is measured of resources comes from the caches at the time of the scrape, and goes with the leadership.</summary>
public sealed class ResourceMetricsTests : IDisposable
{
    static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    readonly ProcessMetrics _metrics = new();
    readonly FakeTimeProvider _clock = new(Now);
    readonly KubernetesApiClient _client = Nowhere();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_operator_counts_resources_by_state_under_the_names_of_old()
    {
        await using var world = new OperatorWorld(_client, "flink");
        world.Clusters.Offer(Resource("FlinkCluster", "a", """{"supervisorStatus":"Started"}"""));
        world.Clusters.Offer(Resource("FlinkCluster", "b", """{"supervisorStatus":"Started"}"""));
        world.Jobs.Offer(Resource("FlinkJob", "a-j", """{"supervisorStatus":"Stopped","conditions":[{"type":"Stalled","status":"True","reason":"r","message":"m","lastTransitionTime":"2026-01-01T00:00:00Z"}]}"""));
        using (ResourceMetrics.Follow(_metrics, world))
        {
            Assert.Equal(
                [
                    "flink_operator_cluster_status{namespace=\"flink\",status=\"Started\"} 2", "flink_operator_cluster_status{namespace=\"flink\",status=\"Starting\"} 0",
                    "flink_operator_cluster_status{namespace=\"flink\",status=\"Stopped\"} 0", "flink_operator_cluster_status{namespace=\"flink\",status=\"Stopping\"} 0",
                    "flink_operator_cluster_status{namespace=\"flink\",status=\"Terminated\"} 0", "flink_operator_cluster_status{namespace=\"flink\",status=\"Unknown\"} 0",
                ],
                await Scrape.Of(_metrics, "flink_operator_cluster_status"));
            Assert.Contains("flink_operator_job_status{namespace=\"flink\",status=\"Stopped\"} 1", await Scrape.Of(_metrics));
            Assert.Equal(
                [
                    "flinkctl_stalled{namespace=\"flink\",kind=\"FlinkCluster\",name=\"a\"} 0", "flinkctl_stalled{namespace=\"flink\",kind=\"FlinkCluster\",name=\"b\"} 0",
                    "flinkctl_stalled{namespace=\"flink\",kind=\"FlinkJob\",name=\"a-j\"} 1",
                ],
                await Scrape.Of(_metrics, "flinkctl_stalled"));
        }
        Assert.Empty(await Scrape.Of(_metrics, "flink_operator_cluster_status"));
        Assert.Empty(await Scrape.Of(_metrics, "flinkctl_stalled"));
    }

    [Fact]
    public async Task A_supervisor_tells_the_time_in_a_state_the_age_of_savepoints_and_the_attempts_of_its_jobs()
    {
        await using var world = new SupervisorWorld(_client, "flink", "a");
        world.Clusters.Offer(Resource("FlinkCluster", "a", """{"supervisorStatus":"Started","clusterHealth":"UNHEALTHY"}"""));
        var job = Resource("FlinkJob", "a-j", $$"""{"supervisorStatus":"Started","savepointPath":"s3://s/1","savepointTimestamp":"{{Text(-90)}}","attempt":3,"timestamp":"{{Text(-60)}}"}""");
        world.Jobs.Offer(job);
        world.Jobs.Offer(Resource("FlinkJob", "other-j", """{"supervisorStatus":"Started"}"""));
        using (var jobs = new JobMetrics(_metrics, world, _clock))
        {
            jobs.Heard(new ResourceChange<FlinkResource>.Added(job));
            Assert.Equal(["flinkctl_job_state_seconds{namespace=\"flink\",flink_job=\"a-j\",state=\"Started\"} 60"], await Scrape.Of(_metrics, "flinkctl_job_state_seconds"));
            Assert.Equal(["flinkctl_job_savepoint_age_seconds{namespace=\"flink\",flink_job=\"a-j\"} 90"], await Scrape.Of(_metrics, "flinkctl_job_savepoint_age_seconds"));
            Assert.Equal(["flinkctl_job_attempts{namespace=\"flink\",flink_job=\"a-j\"} 3"], await Scrape.Of(_metrics, "flinkctl_job_attempts"));
            Assert.Equal(["flinkctl_cluster_healthy{namespace=\"flink\",flink_cluster=\"a\"} 0"], await Scrape.Of(_metrics, "flinkctl_cluster_healthy"));

            var stopping = Resource("FlinkJob", "a-j", """{"supervisorStatus":"Stopping"}""", "2");
            world.Jobs.Offer(stopping);
            jobs.Heard(new ResourceChange<FlinkResource>.Updated(job, stopping));
            _clock.Advance(TimeSpan.FromSeconds(7));
            Assert.Equal(["flinkctl_job_state_seconds{namespace=\"flink\",flink_job=\"a-j\",state=\"Stopping\"} 7"], await Scrape.Of(_metrics, "flinkctl_job_state_seconds"));
            Assert.Empty(await Scrape.Of(_metrics, "flinkctl_job_savepoint_age_seconds"));
        }
        Assert.Empty(await Scrape.Of(_metrics, "flinkctl_job_state_seconds"));
    }

    [Theory]
    [InlineData("s3://s/2", "completed")]
    [InlineData("s3://s/1", "failed")]
    public async Task A_savepoint_counts_when_its_request_ends(string path, string outcome)
    {
        await using var world = new SupervisorWorld(_client, "flink", "a");
        using var jobs = new JobMetrics(_metrics, world, _clock);
        var asked = Resource("FlinkJob", "a-j", $$"""{"savepointPath":"s3://s/1","savepointJobId":"j","savepointRequestTimestamp":"{{Text(-12)}}"}""");
        jobs.Heard(new ResourceChange<FlinkResource>.Updated(asked, Resource("FlinkJob", "a-j", $$"""{"savepointPath":"{{path}}"}""", "2")));
        var lines = await Scrape.Of(_metrics);
        Assert.Contains($"flinkctl_savepoint_duration_seconds_count{{outcome=\"{outcome}\"}} 1", lines);
        Assert.Contains($"flinkctl_savepoint_duration_seconds_sum{{outcome=\"{outcome}\"}} 12", lines);
    }

    [Fact]
    public async Task A_watch_that_is_broken_is_told()
    {
        await using var world = new OperatorWorld(_client, "flink");
        using (new WatchMetrics(_metrics, TimeProvider.System).Follow("flinkjobs", world.Jobs))
            Assert.StartsWith("flinkctl_cache_stale_seconds{resource=\"flinkjobs\"} ", Assert.Single(await Scrape.Of(_metrics, "flinkctl_cache_stale_seconds")));
        Assert.Empty(await Scrape.Of(_metrics, "flinkctl_cache_stale_seconds"));
    }

    static string Text(int seconds) => Now.AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
