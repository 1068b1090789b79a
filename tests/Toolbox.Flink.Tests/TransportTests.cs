using System.Net;
using Toolbox.Sandbox.SimulatedFlink;

namespace Toolbox.Flink.Tests;

/// <summary>What is between client and Flink goes wrong: never an exception, never a verdict.</summary>
public sealed class TransportTests
{
    [Theory]
    [InlineData(404, "<html>not here</html>")]
    [InlineData(404, """{"kind":"Status","code":404}""")]
    [InlineData(502, "")]
    [InlineData(503, """{"errors":["Service temporarily unavailable due to an ongoing leader election. Please refresh."]}""")]
    [InlineData(404, """{"errors":["Cannot connect to ResourceManager right now. Please try to refresh."]}""")]
    [InlineData(500, """{"errors":["Internal server error.","<Exception on server side:\njava.lang.NullPointerException\n"]}""")]
    [InlineData(500, """{"errors":["java.util.concurrent.TimeoutException: Invocation timed out."]}""")]
    [InlineData(200, "<html>login</html>")]
    [InlineData(200, "null")]
    [InlineData(200, """{"state":{}}broken""")]
    [InlineData(302, "")]
    public async Task Answers_that_say_nothing_about_the_job_are_unreachable(int status, string body) =>
        Assert.IsType<FlinkAnswer<JobDetails>.Unreachable>(await RecordedAnswers.AskAsync(status, body, flink => flink.JobAsync(new string('a', 32))));

    [Fact]
    public async Task A_call_that_this_version_lacks_is_refused() =>
        Assert.True(await RecordedAnswers.AskAsync(404, """{"errors":["Not found: /x"]}""", flink => flink.JsonAsync("x")) is FlinkAnswer<System.Text.Json.JsonElement>.Refused { Code: 404, Error.Kind: FlinkErrorKind.NotSupported });

    [Fact]
    public async Task An_unknown_job_state_is_not_an_end()
    {
        var answer = await RecordedAnswers.AskAsync(200, """{"jobs":[{"jid":"a","state":"HIBERNATING","tasks":null,"new-field":[1]},null]}""", flink => flink.JobsOverviewAsync());
        var job = Assert.Single(Assert.IsType<FlinkAnswer<IReadOnlyList<JobSummary>>.Ok>(answer).Value);
        Assert.Equal(JobState.Unknown, job.State);
        Assert.False(job.State.IsEnded());
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_not_read()
    {
        var answer = await RecordedAnswers.AskAsync(200, new string(' ', 5000) + "{}", flink => flink.OverviewAsync(), options: new FlinkClientOptions { MaximumAnswerSize = 4096 });
        Assert.Contains("larger than 4096 bytes", Assert.IsType<FlinkAnswer<FlinkOverview>.Unreachable>(answer).Reason);
    }

    [Fact]
    public async Task Checkpointing_that_is_off_is_a_fact_about_a_job_that_is_there()
    {
        const string body = """{"errors":["org.apache.flink.runtime.rest.handler.RestHandlerException: Checkpointing has not been enabled.\n\tat a.B"]}""";
        Assert.Equal(new FlinkAnswer<CheckpointStatistics>.Ok(CheckpointStatistics.Disabled), await RecordedAnswers.AskAsync(404, body, flink => flink.CheckpointsAsync("a")));
        Assert.Equal(new FlinkAnswer<CheckpointConfiguration>.Ok(CheckpointConfiguration.Disabled), await RecordedAnswers.AskAsync(404, body, flink => flink.CheckpointConfigAsync("a")));
    }

    [Fact]
    public async Task Nobody_listens_and_the_client_says_so()
    {
        using var client = new FlinkClient(new Uri("http://127.0.0.1:9"), new FlinkClientOptions());
        Assert.IsType<FlinkAnswer<FlinkOverview>.Unreachable>(await client.OverviewAsync());
        Assert.IsType<FlinkAnswer<string>.Unreachable>(await client.StopAsync(new string('a', 32), null));
        Assert.IsType<FlinkAnswer<string>.Unreachable>(await client.UploadJarAsync(new MemoryStream(), "a.jar"));
    }

    [Fact]
    public async Task A_stalled_server_costs_the_timeout_and_the_callers_cancellation_is_the_callers()
    {
        await using var flink = await StartAsync();
        flink.Faults.Add(new SimulatedFault("/", SimulatedFaultKind.Stall));
        using var client = new FlinkClient(flink.Address, new FlinkClientOptions { CallTimeout = TimeSpan.FromSeconds(0.3) });
        Assert.Contains("no answer within 0.3 s", Assert.IsType<FlinkAnswer<FlinkOverview>.Unreachable>(await client.OverviewAsync()).Reason);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.OverviewAsync(cancelled.Token));
    }

    [Fact]
    public async Task A_submission_whose_reply_was_lost_is_found_to_be_a_duplicate()
    {
        await using var flink = await StartAsync();
        using var client = new FlinkClient(flink.Address, new FlinkClientOptions());
        using var content = new MemoryStream();
        PlaceholderJar.Write(content);
        content.Position = 0;
        var jar = Assert.IsType<FlinkAnswer<string>.Ok>(await client.UploadJarAsync(content, "a.jar")).Value;
        var request = new RunRequest(new string('a', 32), "a.B", 1);
        flink.Faults.Add(new SimulatedFault($"/jars/{jar}/run", SimulatedFaultKind.LoseReply, Times: 1));
        Assert.IsType<FlinkAnswer<string>.Unreachable>(await client.RunJarAsync(jar, request));
        Assert.True(await client.RunJarAsync(jar, request) is FlinkAnswer<string>.Refused { Error.Kind: FlinkErrorKind.DuplicateJob });
        Assert.Single(Assert.IsType<FlinkAnswer<IReadOnlyList<JobSummary>>.Ok>(await client.JobsOverviewAsync()).Value);
    }

    static async Task<SimulatedJobManager> StartAsync() => await SimulatedJobManager.StartAsync(
        new SimulatedJobManagerOptions(IPAddress.Loopback, "1.20.5") { Port = 0, Timing = new SimulatedFlinkTiming { StartUpDelay = TimeSpan.Zero } });
}
