using Microsoft.Extensions.Time.Testing;
using Toolbox.Core;
using Toolbox.Core.Cluster;
using Toolbox.Flink;
using Toolbox.Operator.FlinkAccess;

namespace Toolbox.Operator.Tests.FlinkAccess;

public sealed class FlinkObservationsTests
{
    static readonly TimeSpan Age = TimeSpan.FromSeconds(3);

    const string Overview = """{"taskmanagers":1,"slots-total":2,"slots-available":2,"jobs-running":0,"flink-version":"1.20.5"}""";

    [Theory]
    [InlineData("pekko.tcp://flink@10.0.1.7:6122/user/rpc/taskmanager_0", "10.0.1.7")]
    [InlineData("akka.tcp://flink@10.0.1.7:6122/user/rpc/taskmanager_0", "10.0.1.7")]
    [InlineData("pekko.ssl.tcp://flink@[fd00::7]:6122/user/rpc/taskmanager_0", "fd00::7")]
    [InlineData("pekko.tcp://flink@worker-7:6122/user/rpc/taskmanager_0", "worker-7")]
    [InlineData("something else", "")]
    [InlineData("", "")]
    public async Task Idle_TaskManagers_are_known_by_the_address_in_their_path(string path, string address)
    {
        await using var flink = await StubFlink.Start(new Dictionary<string, string>
        {
            ["overview"] = Overview,
            ["jobs/overview"] = """{"jobs":[]}""",
            ["taskmanagers"] = $$"""{"taskmanagers":[{"id":"a","path":"{{path}}","slotsNumber":2,"freeSlots":2},{"id":"b","path":"pekko.tcp://flink@10.0.1.8:1/x","slotsNumber":2,"freeSlots":1}]}""",
        });
        using var access = Access(flink);
        var observed = await FlinkObservations.Cluster(access, Age, needsIdle: true, CancellationToken.None);
        var known = Assert.IsType<Observation<FlinkClusterObservation>.Known>(observed);
        Assert.Equal(address, string.Join(", ", known.Value.IdleAddresses));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public async Task A_cluster_and_its_jobs_share_one_look_of_two_calls_whatever_their_number(int jobs)
    {
        await using var flink = await StubFlink.Start(new Dictionary<string, string> { ["overview"] = Overview, ["jobs/overview"] = """{"jobs":[]}""" });
        using var access = Access(flink);
        await Task.WhenAll(Enumerable.Range(0, jobs).Select(number => FlinkObservations.Job(access, $"job-{number}", Age, fresh: false, LanguageExt.Seq<string>.Empty, CancellationToken.None)));
        await FlinkObservations.Cluster(access, Age, needsIdle: false, CancellationToken.None);
        Assert.Equal(["jobs/overview", "overview"], flink.Asked.Order());
    }

    static JobManagerAccess Access(StubFlink flink)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return new JobManagerAccess(new FlinkClient(flink.Address, new FlinkClientOptions()), clock);
    }
}
