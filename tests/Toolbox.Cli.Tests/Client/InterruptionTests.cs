using System.Runtime.InteropServices;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.Client;

/// <summary>Ctrl-C ends a command at once and says what is known.</summary>
public sealed class InterruptionTests
{
    const string Stop = "job stop --cluster-name=c --job-name=j --wait";

    [Fact]
    public async Task Interrupted_wait_says_that_the_request_goes_on_and_what_was_seen()
    {
        var events = new EventFeed();
        await using var @operator = await RecordingOperator.Start(
            request => new RecordedAnswer(200, request.Method == "GET" ? """{"status":"OK","output":"{\"supervisorStatus\":\"Stopping\"}"}""" : """{"status":"OK"}"""), events: events);
        using var client = Flinkctl.Start([.. Stop.Split(' '), .. @operator.Address]);
        await Processes.Wait.Until(() => client.Errors.Contains("Stopping", StringComparison.Ordinal), () => "the state");
        client.Signal(PosixSignal.SIGINT);
        Assert.Equal(130, await client.Exit());
        Assert.Equal("job c/j: Stopping\nflinkctl: interrupted; what was asked for goes on, last seen: Stopping", client.Errors);
    }

    [Fact]
    public async Task Request_that_was_not_answered_yet_may_have_arrived()
    {
        using var release = new ManualResetEventSlim();
        var asked = new TaskCompletionSource();
        await using var @operator = await RecordingOperator.Start(_ =>
        {
            asked.TrySetResult();
            release.Wait(Flinkctl.Patience);
            return new RecordedAnswer(200, """{"status":"OK"}""");
        });
        using var client = Flinkctl.Start(["cluster", "stop", "--cluster-name=c", .. @operator.Address]);
        await asked.Task.WaitAsync(Flinkctl.Patience);
        client.Signal(PosixSignal.SIGINT);
        Assert.Equal(130, await client.Exit());
        release.Set();
        Assert.Equal("flinkctl: interrupted before the operator answered: it may have been asked already", client.Errors);
    }
}
