using Toolbox.Cli.Tests.Client;
using Toolbox.Cli.Tests.People;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.Completion;

/// <summary>Names for completion come from where the command line itself would ask; without an answer there are none.</summary>
public sealed class NameTests(StillWorld world) : IClassFixture<StillWorld>
{
    [Theory]
    [InlineData("cluster", "cluster stop", "/api/v1/clusters")]
    [InlineData("deployment", "deployment status", "/api/v1/deployments")]
    [InlineData("job", "job stop --cluster-name c", "/api/v1/clusters/c/jobs")]
    public async Task Operator_is_asked_for_client_commands(string kind, string line, string path)
    {
        await using var @operator = await RecordingOperator.Start("""{"status":"OK","output":"[\"a\",\"b\"]"}""");
        Assert.Equal(new Invocation(0, "a\nb", ""), await Invocation.Run(["names", kind, "--", .. line.Split(' '), .. @operator.Address]));
        Assert.Equal(path, Assert.Single(@operator.Requests).Path);
    }

    [Theory]
    [InlineData("job", "savepoints", "alone c-bad c-good")]
    [InlineData("any", "describe", "fd/c fc/c fj/alone fj/c-bad fj/c-good")]
    [InlineData("kind", "get", "deployments clusters jobs fd/c fc/c fj/alone fj/c-bad fj/c-good")]
    public async Task API_server_is_asked_for_commands_for_people(string kind, string line, string names) =>
        Assert.Equal(new Invocation(0, names.Replace(' ', '\n'), ""), await Invocation.Run("names", kind, "--", line, "--kubeconfig", world.Kubeconfig));

    [Theory]
    [InlineData("cluster", "cluster stop --port 1")]
    [InlineData("job", "job stop")]
    [InlineData("any", "describe --kubeconfig /nowhere")]
    [InlineData("any", "nonsense --kubeconfig")]
    public async Task No_answer_is_no_error(string kind, string line)
    {
        using var flinkctl = Flinkctl.Start(new Dictionary<string, string?> { ["KUBECONFIG"] = "/nowhere" }, ["names", kind, "--", .. line.Split(' ')]);
        Assert.Equal(0, await flinkctl.Exit());
        Assert.Equal(("", ""), (flinkctl.Output, flinkctl.Errors));
    }
}
