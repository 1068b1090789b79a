using System.Text.Json.Nodes;

namespace Toolbox.Cli.Tests.Client;

/// <summary>The option <c>--wait</c>: looks at the status until what was asked for has happened.</summary>
public sealed class WaitTests
{
    const string Gone = "";

    [Fact]
    public async Task Stop_waits_for_the_state()
    {
        var invocation = await Run(
            "job stop --cluster-name=c --job-name=j",
            """{"supervisorStatus":"Started","jobStatus":"RUNNING"}""",
            """{"supervisorStatus":"Started","jobStatus":"RUNNING","request":{"action":"STOP"}}""",
            """{"supervisorStatus":"Stopping","jobStatus":"RUNNING","decision":{"message":"a savepoint is being taken"}}""",
            """{"supervisorStatus":"Stopped"}""");
        Assert.Equal(
            new Invocation(0, """{"status":"OK"}""", "job c/j: Started, RUNNING\njob c/j: Stopping, RUNNING: a savepoint is being taken"), invocation);
    }

    [Fact]
    public async Task Start_of_what_runs_already_waits_for_the_restart()
    {
        const string running = """{"supervisorStatus":"Started","conditions":[{"type":"Ready","status":"True"}]}""";
        var invocation = await Run(
            "cluster start --cluster-name=c", running, running, running,
            """{"supervisorStatus":"Stopping","conditions":[{"type":"Ready","status":"False"}]}""",
            """{"supervisorStatus":"Started","attempt":2,"conditions":[{"type":"Ready","status":"True"}]}""");
        Assert.Equal((0, "cluster c: Started\ncluster c: Stopping"), (invocation.Code, invocation.Errors));
    }

    [Fact]
    public async Task Refused_request_is_a_failure_with_its_reason()
    {
        var invocation = await Run(
            "job stop --cluster-name=c --job-name=j", """{"supervisorStatus":"Stopped"}""", """{"supervisorStatus":"Stopped","refusal":"the job is stopped already"}""");
        Assert.Equal((1, "flinkctl: job c/j: the job is stopped already"), (invocation.Code, invocation.Errors));
    }

    [Fact]
    public async Task Savepoint_waits_for_another_path()
    {
        var invocation = await Run(
            "savepoint trigger --cluster-name=c --job-name=j",
            """{"supervisorStatus":"Started","savepointPath":"file:/1"}""",
            """{"supervisorStatus":"Started","savepointPath":"file:/1","savepointTriggerId":"t"}""",
            """{"supervisorStatus":"Started","savepointPath":"file:/2"}""");
        Assert.Equal(0, invocation.Code);
    }

    [Fact]
    public async Task Deletion_waits_until_nothing_is_left()
    {
        var invocation = await Run("deployment delete --deployment-name=d", """{"resourceStatus":"Updated"}""", """{"resourceStatus":"Updating"}""", Gone);
        Assert.Equal((0, "deployment d: Updating"), (invocation.Code, invocation.Errors));
    }

    [Fact]
    public async Task Edit_that_changes_nothing_is_done_soon()
    {
        const string ready = """{"conditions":[{"type":"Ready","status":"True"}]}""";
        Assert.Equal(0, (await Run("cluster scale --cluster-name=c --task-managers=2", ready, ready)).Code);
    }

    [Fact]
    public async Task Time_that_is_over_is_a_failure_that_says_what_was_seen()
    {
        var invocation = await Run("cluster stop --timeout=1 --cluster-name=c", """{"supervisorStatus":"Started"}""", """{"supervisorStatus":"Stopping"}""");
        Assert.Equal(1, invocation.Code);
        Assert.EndsWith("flinkctl: cluster c is not there yet after 1 s; last seen: Stopping", invocation.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_command_does_not_wait()
    {
        await using var @operator = await RecordingOperator.Start("""{"status":"FAILURE","error":"Job not found"}""", 404);
        var invocation = await @operator.Run("job", "stop", "--cluster-name=c", "--job-name=j", "--wait");
        Assert.Equal((1, "flinkctl: Job not found"), (invocation.Code, invocation.Errors));
    }

    // Each look at the status sees the next one; the last one stays.
    static async Task<Invocation> Run(string line, params string[] statuses)
    {
        var looks = 0;
        await using var @operator = await RecordingOperator.Start(request =>
        {
            if (request.Method != "GET") return new RecordedAnswer(200, """{"status":"OK"}""");
            var status = statuses[Math.Min(looks++, statuses.Length - 1)];
            return status == Gone
                ? new RecordedAnswer(404, """{"status":"FAILURE","error":"Deployment not found"}""")
                : new RecordedAnswer(200, new JsonObject { ["status"] = "OK", ["output"] = status }.ToJsonString());
        });
        return await @operator.Run([.. line.Split(' '), "--wait"]);
    }
}
