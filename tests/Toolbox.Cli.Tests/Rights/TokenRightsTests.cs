using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.Rights;

/// <summary>The REST API with <c>authentication=token</c>, as the README shows it: roles of an API server that evaluates them decide.</summary>
public sealed class TokenRightsTests : IDisposable
{
    const string Stop = "/clusters/cluster-3/jobs/job-1/stop", Body = """{"withoutSavepoint":false}""";

    readonly TemporaryFolder _folder = new();

    [InstalledToolsFact]
    public async Task A_viewer_reads_and_stops_nothing_and_a_service_account_that_edits_may_stop()
    {
        using var world = await ChartWorld.Start(_folder, "--set tokenReviews=true", "--set replicas=1 --set authentication=token");
        await world.Do("create rolebinding alice-sees-flink --role=flink-viewer --user=alice");
        await world.Do("create serviceaccount robot");
        await world.Do("create rolebinding robot-edits-flink --role=flink-editor --serviceaccount=flink-jobs:robot");
        var robot = (await world.Do("create token robot")).Trim();
        await world.Do("apply -f samples/cluster-with-job.yaml");
        await world.Shows("fj/cluster-3-job-1", ".status.jobStatus", "RUNNING");

        Assert.Equal(401, (await world.Rest("GET", "/clusters")).Code);
        Assert.Equal(401, (await world.Rest("GET", "/clusters", token: robot[..^4])).Code);
        Assert.Equal(200, (await world.Rest("GET", "/clusters", token: ChartWorld.AliceToken)).Code);
        var (code, answer) = await world.Rest("PUT", Stop, Body, ChartWorld.AliceToken);
        Assert.Equal(403, code);
        Assert.Contains("alice", (string?)answer["error"], StringComparison.Ordinal);
        Assert.Contains("patch flinkjobs", (string?)answer["error"], StringComparison.Ordinal);

        var host = await world.OperatorAddress();
        string[] job = ["--host", host, "--cluster-name", "cluster-3", "--job-name", "job-1"];
        var (exit, output) = await Run(ChartWorld.AliceToken, ["job", "stop", .. job]);
        Assert.Equal(1, exit);
        Assert.Contains("alice", output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run(ChartWorld.AliceToken, ["job", "status", .. job])).Code);
        Assert.Equal("RUNNING", await world.Do("get fj cluster-3-job-1 -o jsonpath={.status.jobStatus}"));
        var file = _folder.Write("token", robot + "\n");
        Assert.Equal(0, (await Run(null, ["clusters", "list", "--host", host, "--token-file", file])).Code);
        (exit, output) = await Run(null, ["job", "stop", .. job, "--token-file", file]);
        Assert.True(exit == 0, output);
        await world.Shows("fj/cluster-3-job-1", ".status.supervisorStatus", "Stopped");
        Assert.Empty(world.Audit.Refused());
    }

    public void Dispose() => _folder.Dispose();

    static async Task<(int Code, string Output)> Run(string? token, string[] arguments)
    {
        using var flinkctl = Flinkctl.Start(new Dictionary<string, string?> { ["FLINKCTL_TOKEN"] = token }, arguments);
        var code = await flinkctl.Exit();
        return (code, $"{flinkctl.Output}\n{flinkctl.Errors}");
    }
}
