using System.Text.Json;
using Toolbox.Core.Cluster;
using static Toolbox.Core.Tests.Specs.SpecJson;

namespace Toolbox.Core.Tests.Specs;

public sealed class ClusterSpecReadingTests
{
    [Fact]
    public void Missing_fields_have_the_documented_defaults()
    {
        var spec = Right(ClusterSpecReading.Read(Parse("""{"runtime":{"image":"flink"},"supervisor":{"image":"flinkctl"}}""")));
        Assert.Equal((0, 0, 32, 1), (spec.TaskManagers, spec.MinTaskManagers, spec.MaxTaskManagers, spec.TaskSlots));
        Assert.Equal((ServiceMode.ClusterIP, RescalePolicy.JobParallelism, 1), (spec.ServiceMode, spec.RescalePolicy, spec.SupervisorReplicas));
        Assert.Equal((60, 300, 5), (spec.RescaleDelay.TotalSeconds, spec.TaskTimeout.TotalSeconds, spec.PollingInterval.TotalSeconds));
        Assert.True(spec.StoragePaths.IsEmpty);
    }

    [Fact]
    public void Declared_fields_are_read()
    {
        var spec = Right(ClusterSpecReading.Read(Parse("""
            {"taskManagers":3,"minTaskManagers":1,"maxTaskManagers":4,"runtime":{"image":"flink"},
             "jobManager":{"serviceMode":"NodePort"},"taskManager":{"taskSlots":2},
             "supervisor":{"image":"flinkctl","rescalePolicy":"None","rescaleDelay":10,"taskTimeout":180,"pollingInterval":"20","replicas":2}}
            """)));
        Assert.Equal((3, 1, 4, 2), (spec.TaskManagers, spec.MinTaskManagers, spec.MaxTaskManagers, spec.TaskSlots));
        Assert.Equal((ServiceMode.NodePort, RescalePolicy.None, 2), (spec.ServiceMode, spec.RescalePolicy, spec.SupervisorReplicas));
        Assert.Equal((10, 180, 20), (spec.RescaleDelay.TotalSeconds, spec.TaskTimeout.TotalSeconds, spec.PollingInterval.TotalSeconds));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(600, 60)]
    public void Polling_interval_stays_between_5_and_60_seconds(int declared, int seconds)
    {
        var json = SmallestCluster.Replace("\"flinkctl\"", $"\"flinkctl\",\"pollingInterval\":{declared}", StringComparison.Ordinal);
        Assert.Equal(seconds, Right(ClusterSpecReading.Read(Parse(json))).PollingInterval.TotalSeconds);
    }

    [Fact]
    public void All_errors_are_found_at_once()
    {
        var errors = Errors(ClusterSpecReading.Read(Parse("""
            {"taskManagers":-1,"minTaskManagers":5,"maxTaskManagers":4,"runtime":{"image":" "},
             "jobManager":{"serviceMode":"LoadBalancer","volumes":"all"},"taskManager":{"taskSlots":0},
             "supervisor":{"rescalePolicy":7,"rescaleDelay":1.5,"taskTimeout":5000000000,"pollingInterval":"soon","replicas":-1}}
            """)));
        Assert.Equal(
            [
                "spec.runtime.image: \" \" is not allowed, Flink's image is required",
                "spec.supervisor.image: nothing is not allowed, the supervisor's image is required",
                "spec.minTaskManagers: 5 is not allowed, at most maxTaskManagers (4) is expected",
                "spec.taskManagers: -1 is not allowed, at least 0 is expected",
                "spec.taskManager.taskSlots: 0 is not allowed, at least 1 is expected",
                "spec.jobManager.serviceMode: \"LoadBalancer\" is not allowed, one of ClusterIP, NodePort is expected",
                "spec.supervisor.rescalePolicy: 7 is not allowed, one of None, JobParallelism is expected",
                "spec.supervisor.rescaleDelay: 1.5 is not allowed, a whole number is expected",
                "spec.supervisor.taskTimeout: 5000000000 is not allowed, a whole number is expected",
                "spec.supervisor.pollingInterval: \"soon\" is not allowed, a whole number is expected",
                "spec.supervisor.replicas: -1 is not allowed, at least 0 is expected",
                "spec.jobManager.volumes: \"all\" is not allowed, a list is expected",
            ],
            errors);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"runtime":null,"jobManager":null,"taskManager":null,"supervisor":null}""")]
    public void Missing_sections_are_errors_and_never_exceptions(string json) =>
        Assert.Equal(2, Errors(ClusterSpecReading.Read(Parse(json))).Count);

    [Fact]
    public void Absent_spec_is_an_error_and_never_an_exception() => Assert.NotEmpty(Errors(ClusterSpecReading.Read(default(JsonElement))));

    [Fact]
    public void Section_that_is_no_object_is_named() =>
        Assert.Contains("spec.jobManager: 5 is not allowed, an object is expected", Errors(ClusterSpecReading.Read(Parse("""{"jobManager":5}"""))));

    [Fact]
    public void Name_must_fit_into_a_label()
    {
        Assert.Empty(Errors(ClusterSpecReading.Read(Parse(SmallestCluster), new string('a', 63))));
        Assert.Equal(
            [$"metadata.name: {new string('a', 64)} is not allowed, at most 63 characters are allowed, not 64"],
            Errors(ClusterSpecReading.Read(Parse(SmallestCluster), new string('a', 64))));
        Assert.Single(Errors(ClusterSpecReading.Read(Parse(SmallestCluster), "cluster.1")));
    }

    [Fact]
    public void Storage_paths_are_the_durable_mounts_of_both_pods()
    {
        const string jobManager = """
            {"volumes":[{"name":"claim","persistentVolumeClaim":{"claimName":"c"}},{"name":"host","hostPath":{"path":"/d"}},
                        {"name":"scratch","emptyDir":{}},{"name":"config","configMap":{"name":"m"}},{"name":"only-here","nfs":{"server":"s","path":"/"}},{"name":"bare"}],
             "volumeMounts":[{"name":"claim","mountPath":"/savepoints/"},{"name":"host","mountPath":"/data"},{"name":"scratch","mountPath":"/tmp"},
                             {"name":"config","mountPath":"/etc"},{"name":"only-here","mountPath":"/nfs"},{"name":"bare","mountPath":"/bare"},{"name":"nobody","mountPath":"/x"}]}
            """;
        const string taskManager = """
            {"volumes":[{"name":"a","persistentVolumeClaim":{"claimName":"c"}},{"name":"b","csi":{"driver":"d"}},{"name":"t","emptyDir":{}}],
             "volumeMounts":[{"name":"a","mountPath":"/savepoints"},{"name":"b","mountPath":"/data"},{"name":"t","mountPath":"/nfs"}]}
            """;
        var json = $$"""{"runtime":{"image":"flink"},"supervisor":{"image":"flinkctl"},"jobManager":{{jobManager}},"taskManager":{{taskManager}}}""";
        Assert.Equal(new[] { "/savepoints", "/data" }, Right(ClusterSpecReading.Read(Parse(json))).StoragePaths.ToArray());
    }
}
