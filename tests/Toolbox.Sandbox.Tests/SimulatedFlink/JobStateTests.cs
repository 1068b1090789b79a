using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Sandbox.Tests.SimulatedFlink;

public sealed class JobStateTests
{
    [Fact]
    public async Task A_job_goes_from_initializing_over_scheduled_tasks_to_running_ones()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        Assert.Equal(200, (await flink.Run('a')).Status);
        Assert.Equal("INITIALIZING", await flink.State('a'));
        flink.Pass(0.1);
        Assert.Equal("RUNNING", await flink.State('a'));
        Assert.Equal(2, (int)(await flink.Tasks('a'))["deploying"]!);
        flink.Pass(0.2);
        Assert.Equal(2, (int)(await flink.Tasks('a'))["running"]!);
    }

    [Fact]
    public async Task Without_free_slots_a_job_is_running_while_its_tasks_are_scheduled()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync(slots: 2);
        await flink.Run('a', parallelism: 2);
        await flink.Run('b');
        flink.Pass(1);
        Assert.Equal("RUNNING", await flink.State('b'));
        Assert.Equal(2, (int)(await flink.Tasks('b'))["scheduled"]!);
        Assert.Equal(0, (int)(await flink.Get("/overview")).Body["slots-available"]!);

        await flink.Send(HttpMethod.Patch, $"/jobs/{new string('a', 32)}");
        flink.Pass(1);
        Assert.Equal("CANCELED", await flink.State('a'));
        Assert.Equal(2, (int)(await flink.Tasks('b'))["running"]!);
    }

    [Fact]
    public async Task A_task_manager_that_registers_later_gives_its_slots_to_the_waiting_job()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync(slots: 0);
        await flink.Run('a');
        flink.Pass(1);
        Assert.Equal(2, (int)(await flink.Tasks('a'))["scheduled"]!);
        flink.JobManager.Register(new SimulatedTaskManager("worker-2", "127.0.0.1", 6121, 1));
        flink.Pass(0.2);
        Assert.Equal(2, (int)(await flink.Tasks('a'))["running"]!);
    }

    [Fact]
    public async Task A_job_that_gets_no_slots_in_time_says_so_in_its_exceptions()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync(slots: 0);
        await flink.Run('a');
        flink.Pass(301);
        var entries = (await flink.Get($"/jobs/{new string('a', 32)}/exceptions")).Body["exceptionHistory"]!["entries"]!.AsArray();
        Assert.Contains("NoResourceAvailableException", (string)entries[0]!["exceptionName"]!);
    }

    [Theory]
    [InlineData("com.example.BatchJob", 0.8)]
    [InlineData("org.example.WordCount", 0.8)]
    [InlineData("com.example.TestJob", 4.5, "--duration", "5")]
    public async Task A_job_that_ends_by_itself_is_finished_in_time_and_frees_its_slots(string entryClass, double before, params string[] arguments)
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        await flink.Run('a', entryClass, arguments: arguments);
        flink.Pass(0.3);
        flink.Pass(before);
        Assert.Equal("RUNNING", await flink.State('a'));
        flink.Pass(0.6);
        Assert.Equal("FINISHED", await flink.State('a'));
        Assert.Equal(4, (int)(await flink.Get("/overview")).Body["slots-available"]!);
    }

    [Fact]
    public async Task Restarts_are_counted_until_the_last_allowed_one_and_then_the_job_has_failed()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        await flink.Run('a', arguments: ["--fail-after", "1", "--restart-attempts", "2"]);
        flink.Pass(1.4);
        Assert.Equal("RESTARTING", await flink.State('a'));
        flink.Pass(20);
        Assert.Equal("FAILED", await flink.State('a'));
        var metrics = (await flink.Get($"/jobs/{new string('a', 32)}/metrics?get=numRestarts,fullRestarts")).Body.AsArray();
        Assert.All(metrics, metric => Assert.Equal("2", (string)metric!["value"]!));
        Assert.Equal(2, metrics.Count);
    }

    [Fact]
    public async Task Losing_a_task_manager_restarts_the_job_from_its_newest_checkpoint()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync(slots: 1);
        await flink.Run('a');
        flink.Pass(0.3);
        flink.Pass(3.5);
        Assert.Equal(350, await flink.Records('a'));
        Assert.True(flink.JobManager.Unregister("worker-1"));
        Assert.Equal("RESTARTING", await flink.State('a'));
        flink.JobManager.Register(new SimulatedTaskManager("worker-9", "127.0.0.1", 6121, 1));
        flink.Pass(0.5);
        flink.Pass(0.2);
        Assert.Equal(300, await flink.Records('a'));
        var checkpoints = (await flink.Get($"/jobs/{new string('a', 32)}/checkpoints")).Body;
        Assert.Equal(1, (int)checkpoints["counts"]!["restored"]!);
        Assert.EndsWith("/chk-3", (string)checkpoints["latest"]!["restored"]!["external_path"]!);
    }

    [Fact]
    public async Task Cancelling_an_ended_job_is_a_conflict_and_an_unknown_one_is_not_found()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        await flink.Run('a', "com.example.BatchJob");
        flink.Pass(5);
        var ended = await flink.Send(HttpMethod.Patch, $"/jobs/{new string('a', 32)}?mode=cancel");
        Assert.Equal(409, ended.Status);
        Assert.Contains("already reached another terminal state (FINISHED)", ended.Errors);
        var unknown = await flink.Send(HttpMethod.Patch, $"/jobs/{new string('e', 32)}");
        Assert.Equal(404, unknown.Status);
        Assert.Contains("Job could not be found.", unknown.Errors);
    }

    [Fact]
    public async Task With_the_adaptive_scheduler_a_job_without_slots_stays_created()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync(
            slots: 0, configuration: new() { ["jobmanager.scheduler"] = "adaptive" });
        await flink.Run('a');
        flink.Pass(1);
        Assert.Equal("CREATED", await flink.State('a'));
        flink.JobManager.Register(new SimulatedTaskManager("worker-1", "127.0.0.1", 6121, 1));
        flink.Pass(0.2);
        Assert.Equal("RUNNING", await flink.State('a'));
    }

    [Fact]
    public async Task An_ended_job_is_listed_for_an_hour()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        await flink.Run('a', "com.example.BatchJob");
        flink.Pass(1800);
        Assert.Equal("FINISHED", await flink.State('a'));
        flink.Pass(3600);
        Assert.Equal(404, (await flink.Get($"/jobs/{new string('a', 32)}")).Status);
        Assert.Empty((await flink.Get("/jobs")).Body["jobs"]!.AsArray());
    }
}
