using System.Text.Json.Nodes;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Sandbox.Tests.SimulatedFlink;

public sealed class SavepointTests
{
    [Fact]
    public async Task A_job_stopped_with_a_savepoint_goes_on_from_it_in_another_process_without_losing_a_record()
    {
        var storage = new SimulatedStorage();
        string location;
        long counted;
        await using (var first = await SimulatedFlinkFixture.StartAsync(storage: storage))
        {
            await first.Run('a');
            first.Pass(0.3);
            first.Pass(4.2);
            location = (string)(await first.Savepoint('a', "stop", new JsonObject { ["targetDirectory"] = "file:///data/own", ["drain"] = false }))["location"]!;
            Assert.StartsWith("file:/data/own/savepoint-aaaaaa-", location);
            Assert.Equal("FINISHED", await first.State('a'));
            counted = await first.Records('a');
            Assert.InRange(counted, 440, 470);
        }
        await using var second = await SimulatedFlinkFixture.StartAsync(storage: storage);
        Assert.Empty((await second.Get("/jobs")).Body["jobs"]!.AsArray());
        Assert.Equal(200, (await second.Run('b', savepointPath: location.Replace("file:/", "file:///"))).Status);
        second.Pass(0.3);
        Assert.Equal(counted, await second.Records('b'));
        var latest = (await second.Get($"/jobs/{new string('b', 32)}/checkpoints")).Body["latest"]!;
        Assert.Equal(location, (string)latest["restored"]!["external_path"]!);
        Assert.True((bool)latest["restored"]!["is_savepoint"]!);
    }

    [Fact]
    public async Task State_in_a_folder_outlives_the_storage_object()
    {
        var folder = Directory.CreateTempSubdirectory("simulated-storage-").FullName;
        try
        {
            new SimulatedStorage(folder).Write("file:///data/savepoint-1", new SimulatedState("a", "com.example.TestJob", 7, 42));
            Assert.Equal(42, new SimulatedStorage(folder).Find("file:/data/savepoint-1/_metadata")!.RecordsProcessed);
            new SimulatedStorage(folder).Delete("file:/data/savepoint-1");
            Assert.Null(new SimulatedStorage(folder).Find("file:/data/savepoint-1"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_savepoint_is_in_progress_first_and_the_job_goes_on()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        await flink.Run('a');
        flink.Pass(1);
        var trigger = await flink.Send(HttpMethod.Post, $"/jobs/{new string('a', 32)}/savepoints", new JsonObject { ["cancel-job"] = false, ["triggerId"] = new string('1', 32) });
        Assert.Equal(202, trigger.Status);
        var path = $"/jobs/{new string('a', 32)}/savepoints/{new string('1', 32)}";
        var early = (await flink.Get(path)).Body;
        Assert.Equal("IN_PROGRESS", (string)early["status"]!["id"]!);
        Assert.Null(early["operation"]);
        flink.Pass(0.3);
        Assert.StartsWith("file:/data/savepoints/savepoint-aaaaaa-", (string)(await flink.Get(path)).Body["operation"]!["location"]!);
        Assert.Equal("RUNNING", await flink.State('a'));
        flink.Pass(301);
        Assert.Contains("There is no savepoint operation with triggerId=", (await flink.Get(path)).Errors);
    }

    [Fact]
    public async Task Repeating_a_trigger_id_starts_no_second_savepoint()
    {
        var storage = new SimulatedStorage();
        await using var flink = await SimulatedFlinkFixture.StartAsync(storage: storage, configuration: new() { ["execution.checkpointing.interval"] = "1 h", ["state.savepoints.dir"] = "/data" });
        await flink.Run('a');
        flink.Pass(1);
        for (var i = 0; i < 3; i++)
        {
            await flink.Savepoint('a', body: new JsonObject { ["triggerId"] = new string('1', 32) });
            flink.Pass(1);
        }
        Assert.Single(storage.States);
    }

    [Fact]
    public async Task A_stop_of_an_unknown_job_is_accepted_and_fails_only_when_it_is_looked_at()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        var failure = (await flink.Savepoint('e', "stop"))["failure-cause"]!;
        Assert.Equal("java.util.concurrent.CompletionException", (string)failure["class"]!);
        Assert.Contains("FlinkJobNotFoundException", (string)failure["stack-trace"]!);
    }

    [Fact]
    public async Task A_job_whose_tasks_do_not_run_cannot_be_stopped()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync(slots: 0);
        await flink.Run('a');
        flink.Pass(1);
        Assert.Contains("Not all required tasks are currently running.", (string)(await flink.Savepoint('a', "stop"))["failure-cause"]!["stack-trace"]!);
    }

    [Fact]
    public async Task A_failed_savepoint_leaves_the_job_running_and_is_counted()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        await flink.Run('a');
        flink.Pass(1);
        flink.JobManager.Faults.FailSavepoints(1, "Checkpoint expired before completing.");
        Assert.Contains("Checkpoint expired before completing.", (string)(await flink.Savepoint('a', "stop"))["failure-cause"]!["stack-trace"]!);
        Assert.Equal("RUNNING", await flink.State('a'));
        var checkpoints = (await flink.Get($"/jobs/{new string('a', 32)}/checkpoints")).Body;
        Assert.Equal(1, (int)checkpoints["counts"]!["failed"]!);
        Assert.NotNull((await flink.Savepoint('a', "stop"))["location"]);
    }

    [Fact]
    public async Task A_stop_that_fails_after_its_savepoint_names_it_and_the_job_restarts_from_it()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        await flink.Run('a');
        flink.Pass(1);
        await flink.Send(HttpMethod.Post, "/simulation/stops/fail", new JsonObject { ["times"] = 1 });
        Assert.Contains("A savepoint has been created at: file:/data/savepoints/savepoint-aaaaaa-", (string)(await flink.Savepoint('a', "stop"))["failure-cause"]!["stack-trace"]!);
        flink.Pass(2);
        Assert.Equal("RUNNING", await flink.State('a'));
    }

    [Theory]
    [InlineData("1.18.1", "state.savepoints.dir")]
    [InlineData("2.0.0", "execution.checkpointing.savepoint-dir")]
    public async Task Without_any_target_directory_a_savepoint_is_refused(string version, string key)
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync(version, configuration: []);
        await flink.Run('a');
        flink.Pass(1);
        var answer = await flink.Send(HttpMethod.Post, $"/jobs/{new string('a', 32)}/savepoints", new JsonObject { ["cancel-job"] = false });
        Assert.Equal(400, answer.Status);
        Assert.Contains($"Config key [{key}] is not set", answer.Errors);
    }

    [Fact]
    public async Task Cancel_with_savepoint_ends_canceled()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        await flink.Run('a');
        flink.Pass(1);
        Assert.NotNull((await flink.Savepoint('a', body: new JsonObject { ["cancel-job"] = true }))["location"]);
        flink.Pass(1);
        Assert.Equal("CANCELED", await flink.State('a'));
    }

    [Theory]
    [InlineData("RETAIN_ON_CANCELLATION", true)]
    [InlineData("NO_EXTERNALIZED_CHECKPOINTS", false)]
    public async Task Whether_a_checkpoint_outlives_a_cancelled_job_is_configured(string retention, bool kept)
    {
        var storage = new SimulatedStorage();
        await using var flink = await SimulatedFlinkFixture.StartAsync(
            storage: storage, configuration: new() { ["execution.checkpointing.externalized-checkpoint-retention"] = retention });
        await flink.Run('a');
        flink.Pass(5);
        await flink.Send(HttpMethod.Patch, $"/jobs/{new string('a', 32)}");
        flink.Pass(1);
        Assert.Equal(kept ? 1 : 0, storage.States.Count);
    }
}
