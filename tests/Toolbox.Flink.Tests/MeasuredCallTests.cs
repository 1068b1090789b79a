using System.Collections.Concurrent;

namespace Toolbox.Flink.Tests;

/// <summary>Calls are told to whoever measures, under names without ids.</summary>
public class MeasuredCallTests
{
    [Fact]
    public async Task Every_call_is_told_once_without_the_ids_of_its_path()
    {
        var calls = new ConcurrentQueue<FlinkCall>();
        // Nobody listens on port 1.
        using var client = new FlinkClient(new Uri("http://127.0.0.1:1"), new FlinkClientOptions { Measured = calls.Enqueue });
        await client.OverviewAsync();
        await client.CheckpointsAsync("0123456789abcdef0123456789abcdef");
        await client.TaskManagerAsync("10.0.0.1:1234-abc");
        await client.JobMetricsAsync("0123456789abcdef0123456789abcdef", ["a", "b"]);
        await client.JsonAsync("jobs/overview");
        Assert.Equal(
            ["GET overview", "GET jobs/ID/checkpoints", "GET taskmanagers/ID", "GET jobs/ID/metrics", "GET jobs/overview"], calls.Select(call => call.Name));
        Assert.All(calls, call => Assert.Equal("unreachable", call.Outcome));
    }
}
