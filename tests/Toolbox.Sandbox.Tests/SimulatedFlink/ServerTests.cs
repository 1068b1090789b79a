using System.Net;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Sandbox.Tests.SimulatedFlink;

public sealed class ServerTests
{
    [Fact]
    public async Task A_starting_process_answers_503_and_each_process_has_its_own_folder()
    {
        await using var one = await SimulatedFlinkFixture.StartAsync(timing: new SimulatedFlinkTiming { StartUpDelay = TimeSpan.FromSeconds(5) });
        var early = await one.Get("/overview");
        Assert.Equal(503, early.Status);
        Assert.Contains("ongoing leader election", early.Errors);
        one.Pass(5);
        Assert.Equal("1.20.5", (string)(await one.Get("/v1/overview")).Body["flink-version"]!);

        var storage = new SimulatedStorage();
        await using var two = await SimulatedFlinkFixture.StartAsync(storage: storage);
        await using var three = await SimulatedFlinkFixture.StartAsync(storage: storage);
        Assert.NotEqual(await Folder(two), await Folder(three));
    }

    [Fact]
    public async Task Unknown_paths_unknown_jobs_and_malformed_ids_answer_as_flink_does()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        Assert.Contains("Unable to load requested file /nothing.", (await flink.Get("/nothing")).Errors);
        Assert.Contains("Not found: /nothing", (await flink.Send(HttpMethod.Post, "/nothing")).Errors);
        Assert.Contains("Cannot resolve path parameter (jobid) from value \"xyz\".", (await flink.Get("/jobs/xyz")).Errors);
        Assert.Equal(404, (await flink.Get($"/jobs/{new string('e', 32)}")).Status);
        Assert.Equal(500, (await flink.Get($"/jobs/{new string('e', 32)}/status")).Status);
        Assert.Equal(500, (await flink.Get("/taskmanagers/unknown")).Status);
        Assert.Empty((await flink.Get($"/jobs/{new string('e', 32)}/metrics?get=uptime")).Body.AsArray());
    }

    [Fact]
    public async Task Faults_hit_only_the_requests_that_they_name_and_only_so_often()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        flink.JobManager.Faults.Add(new SimulatedFault("/jobs", SimulatedFaultKind.Error, Times: 2, Status: 500));
        Assert.Equal(200, (await flink.Get("/overview")).Status);
        Assert.Equal(500, (await flink.Get("/jobs")).Status);
        Assert.Equal(500, (await flink.Get("/v1/jobs/overview")).Status);
        Assert.Equal(200, (await flink.Get("/jobs")).Status);
        flink.JobManager.Faults.Add(new SimulatedFault("/", SimulatedFaultKind.ProxyPage, Times: 1));
        Assert.Equal(502, (await flink.Get("/jobs")).Status);
    }

    [Fact]
    public async Task A_refused_connection_does_nothing_and_a_lost_reply_does_it_all()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        flink.JobManager.Faults.Add(new SimulatedFault("/jars", SimulatedFaultKind.Refuse, "POST", Times: 1));
        await Assert.ThrowsAsync<HttpRequestException>(() => flink.Upload("one.jar"));
        var jar = await flink.UploadId();
        flink.JobManager.Faults.Add(new SimulatedFault($"/jars/{jar}/run", SimulatedFaultKind.LoseReply, Times: 1));
        await Assert.ThrowsAsync<HttpRequestException>(() => flink.Send(HttpMethod.Post, $"/jars/{jar}/run", new JsonObject { ["entryClass"] = "a.B", ["jobId"] = new string('a', 32) }));
        Assert.Equal("INITIALIZING", await flink.State('a'));
    }

    [Fact]
    public async Task A_stalled_request_goes_on_when_the_faults_are_cleared()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        await flink.Send(HttpMethod.Post, "/simulation/faults", new JsonObject { ["path"] = "/overview", ["kind"] = "stall" });
        var stalled = flink.Get("/overview");
        Assert.Equal(200, (await flink.Get("/jobs")).Status);
        Assert.False(stalled.IsCompleted);
        Assert.Single((await flink.Get("/simulation/faults")).Body.AsArray());
        await flink.Send(HttpMethod.Delete, "/simulation/faults");
        Assert.Equal(200, (await stalled.WaitAsync(TimeSpan.FromSeconds(60))).Status);
    }

    [Fact]
    public async Task A_job_can_be_failed_from_outside()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync("1.12.7");
        await flink.Run('a');
        flink.Pass(1);
        await flink.Send(HttpMethod.Post, $"/simulation/jobs/{new string('a', 32)}/fail", new JsonObject { ["message"] = "Disk full.", ["recoverable"] = false });
        Assert.Equal("FAILED", await flink.State('a'));
        var body = (await flink.Get($"/jobs/{new string('a', 32)}/exceptions")).Body;
        Assert.StartsWith("java.lang.RuntimeException: Disk full.", (string)body["root-exception"]!);
        Assert.Null(body["exceptionHistory"]);
    }

    [Fact]
    public async Task Metrics_list_names_without_a_query_and_values_with_one()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync("2.3.0");
        var names = (await flink.Get("/jobmanager/metrics")).Body.AsArray().Select(item => (string)item!["id"]!).ToList();
        Assert.Contains("Status.JVM.Memory.Heap.Used", names);
        var values = (await flink.Get("/jobmanager/metrics?get=taskSlotsTotal,unknown")).Body.AsArray();
        Assert.Equal("""[{"id":"taskSlotsTotal","value":"4"}]""", values.ToJsonString());
        Assert.NotEmpty((await flink.Get("/taskmanagers/worker-1/metrics")).Body.AsArray());
    }

    [Fact]
    public async Task Task_managers_show_their_slots_and_who_holds_them()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        await flink.Run('a');
        flink.Pass(1);
        var listed = (await flink.Get("/taskmanagers")).Body["taskmanagers"]![0]!;
        Assert.Equal((4, 3), ((int)listed["slotsNumber"]!, (int)listed["freeSlots"]!));
        Assert.Equal(new string('a', 32), (string)(await flink.Get("/taskmanagers/worker-1")).Body["allocatedSlots"]![0]!["jobId"]!);
    }

    [Fact]
    public async Task A_version_that_cannot_be_read_is_refused_by_name()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => SimulatedJobManager.StartAsync(new SimulatedJobManagerOptions(IPAddress.Loopback, "latest") { Port = 0 }));
        Assert.Contains("'latest'", error.Message);
    }

    static async Task<string> Folder(SimulatedFlinkFixture flink) =>
        (string)(await flink.Get("/jobmanager/config")).Body.AsArray().Single(item => (string)item!["key"]! == "web.tmpdir")!["value"]!;
}
