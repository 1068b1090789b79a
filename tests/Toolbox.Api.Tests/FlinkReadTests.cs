using System.Net;
using System.Net.Sockets;
using Toolbox.Api.Rest.FlinkReads;
using Toolbox.Api.Tests.World;
using Toolbox.Kubernetes.Resources;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Api.Tests;

/// <summary>What is read from the JobManager of a cluster: shapes, and every way in which it may fail.</summary>
[Collection(nameof(ApiCollection))]
public sealed class FlinkReadTests(ApiFixture api) : IAsyncLifetime
{
    const string JobDetails = "/clusters/cluster-1/jobs/job-1/details";
    const string JobMetrics = "/clusters/cluster-1/jobs/job-1/metrics";

    FlinkStand _flink = null!;

    public async Task InitializeAsync() => _flink = await FlinkStand.Start(api);

    public async Task DisposeAsync() => await _flink.DisposeAsync();

    [Fact]
    public async Task Details_and_metrics_of_a_job()
    {
        await _flink.JobRuns();
        var details = await _flink.Rest.Get(JobDetails);
        details.IsOk();
        Assert.Equal(FlinkStand.JobId, (string?)details.Output["jid"]);
        Assert.Equal("RUNNING", (string?)details.Output["state"]);
        foreach (var name in new[] { "name", "isStoppable", "start-time", "end-time", "duration", "now", "timestamps", "vertices", "status-counts", "plan" })
            Assert.NotNull(details.Output[name]);
        var metrics = await _flink.Rest.Get("/cluster/cluster-1/jobs/job-1/metrics");
        metrics.IsOk();
        Assert.Equal(13, metrics.Output.AsObject().Count);
        Assert.True((long)metrics.Output["uptime"]! >= 0);
        Assert.Equal(0, (int)metrics.Output["numberOfFailedCheckpoints"]!);
        Assert.NotNull((string?)metrics.Output["lastCheckpointExternalPath"]);
    }

    [Fact]
    public async Task Restarts_are_counted_in_every_version()
    {
        await using var newest = await FlinkStand.Start(api, version: "2.0.0");
        await newest.JobRuns();
        newest.JobManager.Faults.FailJob(FlinkStand.JobId, "a failure");
        await Eventually.Holds(async () => (int)(await newest.Rest.Get(JobMetrics)).Output["fullRestarts"]! == 1);
    }

    [Fact]
    public async Task Metrics_of_processes_and_the_list_of_TaskManagers()
    {
        var jobManager = await _flink.Rest.Get("/clusters/cluster-1/jobmanager/metrics");
        jobManager.IsOk();
        Assert.Equal(25, jobManager.Output.AsObject().Count);
        Assert.Equal(4, (int)jobManager.Output["taskSlotsTotal"]!);
        Assert.Equal(0.02, (double)jobManager.Output["jvmCPULoad"]!);
        Assert.Equal(16951881, (long)jobManager.Output["jvmMemoryDirectMemoryUsed"]!);
        var list = await _flink.Rest.Get("/cluster/cluster-1/taskmanagers");
        list.IsOk();
        var id = (string)Assert.Single(list.Output.AsArray())!["id"]!;
        var metrics = await _flink.Rest.Get($"/clusters/cluster-1/taskmanagers/{id}/metrics");
        Assert.Equal(76, (int)metrics.Output["jvmThreadsCount"]!);
        var details = await _flink.Rest.Get($"/clusters/cluster-1/taskmanagers/{id}/details");
        Assert.Equal(id, (string?)details.Output["id"]);
        Assert.NotNull(details.Output["hardware"]);
        Assert.NotNull(details.Output["metrics"]);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("..%2f..%2fjobs")]
    [InlineData("%252e%252e")]
    [InlineData("a%20b")]
    public async Task A_TaskManager_that_Flink_does_not_know_is_not_found(string id)
    {
        (await _flink.Rest.Get($"/clusters/cluster-1/taskmanagers/{id}/details")).Is(404, "TaskManager not found");
        (await _flink.Rest.Get($"/clusters/cluster-1/taskmanagers/{id}/metrics")).Is(404, "TaskManager not found");
    }

    [Fact]
    public async Task A_job_that_was_not_submitted_has_no_details()
    {
        (await _flink.Rest.Get(JobDetails)).Is(409, "not been submitted");
        (await _flink.Rest.Get(JobMetrics)).Is(409, "not been submitted");
    }

    [Fact]
    public async Task A_job_that_Flink_does_not_know_is_not_found()
    {
        await _flink.Rest.WriteStatus(FlinkResourceTypes.Jobs, "cluster-1-job-1", $$"""{"jobId":"{{new string('f', 32)}}"}""");
        (await _flink.Rest.Get(JobDetails)).Is(404, "Job not found");
    }

    [Fact]
    public async Task A_cluster_without_JobManager_is_not_ready()
    {
        (await _flink.Rest.Post("/clusters/cluster-2", Specs.Cluster)).IsOk();
        (await _flink.Rest.Get("/clusters/cluster-2/taskmanagers")).Is(503, "no JobManager of cluster-2");
        (await _flink.Rest.Get("/clusters/cluster-2/jobmanager/metrics")).Is(503, "no JobManager of cluster-2");
    }

    [Theory]
    [InlineData(SimulatedFaultKind.Refuse)]
    [InlineData(SimulatedFaultKind.ProxyPage)]
    [InlineData(SimulatedFaultKind.Error)]
    public async Task Flink_that_fails_is_told_as_a_bad_gateway(SimulatedFaultKind kind)
    {
        await _flink.JobRuns();
        _flink.JobManager.Faults.Add(new SimulatedFault("/", kind, Status: 500));
        foreach (var path in new[] { JobDetails, JobMetrics, "/clusters/cluster-1/jobmanager/metrics", "/clusters/cluster-1/taskmanagers" })
            (await _flink.Rest.Get(path)).Is(502, "Flink");
    }

    [Fact]
    public async Task Flink_that_does_not_answer_is_told_as_a_timeout()
    {
        await using var patience = await FlinkStand.Start(api, options => options with { HandlerTimeout = TimeSpan.FromMilliseconds(300) });
        patience.JobManager.Faults.Add(new SimulatedFault("/", SimulatedFaultKind.Stall));
        (await patience.Rest.Get("/clusters/cluster-1/taskmanagers")).Is(504, "no answer within 0.3 s");
        patience.JobManager.Faults.Clear();
    }

    [Fact]
    public async Task A_forwarded_port_stands_for_every_cluster()
    {
        await using var stand = await RestStand.Start(
            api, flink: new FlinkAccessOptions { Hostname = _flink.JobManager.Address.Host, PortForward = _flink.JobManager.Address.Port });
        (await stand.Post("/clusters/cluster-9", Specs.Cluster)).IsOk();
        Assert.Single((await stand.Get("/clusters/cluster-9/taskmanagers")).Output.AsArray());
    }

    [Fact]
    public async Task From_outside_the_node_port_of_the_Service_is_asked()
    {
        await using var stand = await RestStand.Start(api, flink: new FlinkAccessOptions { Hostname = "127.0.0.1" });
        (await stand.Post("/clusters/cluster-9", Specs.Cluster)).IsOk();
        (await stand.Get("/clusters/cluster-9/taskmanagers")).Is(503, "no JobManager");
        await stand.CreateService("jobmanager-cluster-9", FreePort() is var port ? port : 0);
        (await stand.Get("/clusters/cluster-9/taskmanagers")).Is(502, "Flink does not answer");
    }

    // Within the range of node ports, and nobody listens there.
    static int FreePort()
    {
        for (var port = 30_000; port <= 32_767; port++)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
        throw new Xunit.Sdk.XunitException("no port from 30000 to 32767 is free");
    }
}
