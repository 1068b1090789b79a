using System.Collections.Immutable;
using System.Net;
using k8s.Models;
using Toolbox.Sandbox.Node.Flink;
using Toolbox.Sandbox.Node.Images;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class FlinkConfigurationTests
{
    static readonly IPAddress Own = IPAddress.Parse("127.66.0.9");

    static readonly FlinkHome Home = new("/opt/flink", "1.20.5");

    static ImmutableSortedDictionary<string, string> Configuration(params (string, string)[] variables) => FlinkConfiguration.Of(
        Home, FlinkProperties.Parse("env:\n  java:\n    opts:\n      all: --add-opens=a/b=c\njobmanager:\n  memory:\n    process:\n      size: 1600m\nparallelism.default: 1\n"),
        variables.ToDictionary(pair => pair.Item1, pair => pair.Item2), Own, "/data/flink");

    [Fact]
    public void Nested_and_flat_and_odd_lines_are_read()
    {
        Assert.Equal("1", FlinkProperties.Parse("a:\n  b: 1")["a.b"]);
        Assert.Equal("1", FlinkProperties.Parse("a.b: 1\n# note\n")["a.b"]);
        Assert.Equal("x: y", FlinkProperties.Parse("a.b: x: y\nbroken\nc: 2")["a.b"]);
        Assert.Empty(FlinkProperties.Parse(null));
    }

    [Fact]
    public void A_process_listens_on_its_own_address_and_keeps_what_Java_needs()
    {
        var configuration = Configuration(("JOB_MANAGER_RPC_ADDRESS", "jobmanager-test"), ("TASK_MANAGER_NUMBER_OF_TASK_SLOTS", "4"));
        Assert.Equal(("127.66.0.9", "127.66.0.9", "jobmanager-test", "4"),
            (configuration["rest.bind-address"], configuration["taskmanager.host"], configuration["jobmanager.rpc.address"], configuration["taskmanager.numberOfTaskSlots"]));
        Assert.StartsWith("--add-opens=a/b=c -Djdk.net.hosts.file=/data/flink/hosts", configuration["env.java.opts.all"]);
        Assert.Equal("900m", configuration["jobmanager.memory.process.size"]);
    }

    [Fact]
    public void The_pods_properties_win_over_defaults_but_not_over_addresses()
    {
        var configuration = Configuration(("FLINK_PROPERTIES", "jobmanager.memory.process.size: 2g\nrest.address: elsewhere\nexecution.checkpointing.savepoint-dir: file:///flink-state/s"));
        Assert.Equal("2g", configuration["jobmanager.memory.process.size"]);
        Assert.Equal("127.66.0.9", configuration["rest.address"]);
        Assert.False(configuration.ContainsKey("state.savepoints.dir"));
    }

    [Fact]
    public void A_heap_in_the_environment_leaves_no_size_of_the_process_that_would_contradict_it()
    {
        var configuration = Configuration(("FLINK_JM_HEAP", "256"));
        Assert.False(configuration.ContainsKey("jobmanager.memory.process.size"));
        Assert.Equal("1000m", configuration["taskmanager.memory.process.size"]);
        var own = Configuration(("FLINK_JM_HEAP", "256m"), ("FLINK_PROPERTIES", "jobmanager.memory.process.size: 2g"));
        Assert.Equal("2g", own["jobmanager.memory.process.size"]);
    }

    [Fact]
    public void Flink_2_does_not_know_the_variables_of_heaps() =>
        Assert.Empty(HeapVariables.Overruled(new FlinkHome("/opt/flink", "2.3.0"), new Dictionary<string, string> { ["FLINK_JM_HEAP"] = "256" }));

    [Theory]
    [InlineData("256", "256m")]
    [InlineData(" 1024 ", "1024m")]
    [InlineData("256m", null)]
    [InlineData("1 gb", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_heap_without_a_unit_is_megabytes(string? given, string? expected)
    {
        var variables = new Dictionary<string, string> { ["OTHER"] = "1" };
        if (given is not null)
            variables["FLINK_TM_HEAP"] = given;
        Assert.Equal(expected, HeapVariables.WithUnit(Home, variables).GetValueOrDefault("FLINK_TM_HEAP"));
    }

    [Fact]
    public void Every_line_can_be_read_back()
    {
        var configuration = Configuration(("FLINK_PROPERTIES", "key: it's # odd"));
        var again = FlinkProperties.Parse(FlinkConfiguration.Render(configuration, quoted: true));
        Assert.Equal(configuration.AsEnumerable(), again.AsEnumerable());
    }

    [Fact]
    public void Names_follow_the_pods_behind_a_service()
    {
        var service = new V1Service
        {
            Metadata = new V1ObjectMeta { Name = "jobmanager-test", NamespaceProperty = "flink" },
            Spec = new V1ServiceSpec { Selector = new Dictionary<string, string> { ["role"] = "taskmanager" } },
        };
        var pods = new List<V1Pod>();
        var names = new ClusterNames(() => [service], () => pods, IPAddress.Parse("127.64.0.1"));
        Assert.Null(names.Resolve("flink", "unknown"));
        Assert.Null(names.Resolve("other", "jobmanager-test"));
        Assert.Equal("127.64.0.1", names.Resolve("flink", "jobmanager-test")!.ToString());
        pods.Add(PodFixture.APod().With(pod => pod.Status = new V1PodStatus { Phase = "Running", PodIP = "127.66.0.7" }));
        Assert.Equal("127.66.0.7", names.Resolve("other", "jobmanager-test.flink.svc")!.ToString());
        pods[0].Metadata.DeletionTimestamp = DateTime.UtcNow;
        Assert.Equal("127.64.0.1", names.Resolve("flink", "jobmanager-test")!.ToString());
    }

    [Fact]
    public void A_hosts_file_knows_the_process_itself_first()
    {
        var services = ImmutableSortedDictionary<string, IPAddress>.Empty.Add("jobmanager-test", IPAddress.Parse("127.64.0.1")).Add("other", IPAddress.Parse("127.66.0.3"));
        var text = HostsFiles.Render(Own, "jobmanager-test", "machine", services);
        Assert.Equal("127.66.0.9 localhost machine 127.66.0.9\n127.66.0.9 jobmanager-test\n127.66.0.3 other\n", text);
    }
}
