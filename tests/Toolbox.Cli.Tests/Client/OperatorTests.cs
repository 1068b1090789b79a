using System.Text.Json.Nodes;
using Toolbox.Cli.Tests.People;

namespace Toolbox.Cli.Tests.Client;

/// <summary>Client commands against the REST API of a real operator, from a running job to a deleted cluster.</summary>
public sealed class OperatorTests(RunningWorld world) : IClassFixture<RunningWorld>
{
    const string Job = "--cluster-name=cluster-3 --job-name=job-1";

    [Fact]
    public async Task Job_is_looked_at_stopped_started_scaled_and_deleted()
    {
        Assert.Equal("[\"cluster-3\"]", (await Done("clusters list")).Output);
        Assert.Equal("[\"job-1\"]", (await Done("jobs list --cluster-name=cluster-3")).Output);
        Assert.Equal("[]", (await Done("deployments list")).Output);
        var elsewhere = await Run($"job stop {Job} --namespace elsewhere");
        Assert.Equal(1, elsewhere.Code);
        Assert.EndsWith("not 'elsewhere'", elsewhere.Errors, StringComparison.Ordinal);
        Assert.Equal("HEALTHY", (string?)JsonNode.Parse((await Done("cluster status --cluster-name=cluster-3")).Output)!["clusterHealth"]);
        Assert.Equal("RUNNING", await JobStatus("jobStatus"));
        foreach (var look in (string[])["job details", "job metrics"]) Assert.NotNull(JsonNode.Parse((await Done($"{look} {Job}")).Output));
        foreach (var look in (string[])["jobmanager metrics", "taskmanagers list"]) Assert.NotNull(JsonNode.Parse((await Done($"{look} --cluster-name=cluster-3")).Output));

        await Done($"savepoint trigger {Job} --wait");
        Assert.NotEqual("", await JobStatus("savepointPath"));
        await Done($"job stop {Job} --wait");
        Assert.Equal("Stopped", await JobStatus("supervisorStatus"));
        var refused = await Run($"job stop {Job} --wait");
        Assert.Equal((1, "flinkctl: job cluster-3/job-1: the job is stopped already"), (refused.Code, refused.Errors.Split('\n')[^1]));
        await Done($"job start {Job} --wait");
        Assert.Equal("RUNNING", await JobStatus("jobStatus"));
        await Done($"job scale {Job} --parallelism=1 --wait");
        await Done($"job delete {Job} --wait");
        Assert.Equal((1, "flinkctl: Job not found"), await Run($"job status {Job}") is var gone ? (gone.Code, gone.Errors) : default);
        await Done("cluster delete --cluster-name=cluster-3 --wait");
        Assert.Equal("[]", (await Done("clusters list")).Output);
    }

    async Task<string?> JobStatus(string field) => (string?)JsonNode.Parse((await Done($"job status {Job}")).Output)![field];

    async Task<Invocation> Done(string line)
    {
        var invocation = await Run(line);
        Assert.True(invocation.Code == 0, $"{line}: {invocation.Errors}");
        return invocation;
    }

    async Task<Invocation> Run(string line) => await Invocation.Run([.. line.Split(' '), "-o", "json", "--host", await world.OperatorAddress()]) is var invocation
        ? invocation with { Output = JsonNode.Parse(invocation.Output.Length == 0 ? "null" : invocation.Output)?.ToJsonString() ?? "" }
        : throw new InvalidOperationException(line);
}
