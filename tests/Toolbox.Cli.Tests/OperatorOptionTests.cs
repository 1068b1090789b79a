using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests;

/// <summary>The operator understands what its chart passes.</summary>
public sealed class OperatorOptionTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Arguments_of_the_chart_are_accepted()
    {
        // The missing kubeconfig proves that the command line was read to its end.
        await Refuses("kubeconfig", "--namespace", "flink-jobs", "--port", "4444", "--task-timeout", "120", "--polling-interval", "10", "--dry-run");
        await Refuses("kubeconfig", "--server-port", "4444", "--flink-hostname", "localhost", "--port-forward", "8081");
    }

    public void Dispose() => _folder.Dispose();

    async Task Refuses(string word, params string[] arguments)
    {
        using var flinkctl = Flinkctl.Start(["operator", "run", "--kubeconfig", _folder.Sub("kubeconfig"), .. arguments]);
        Assert.Equal(2, await flinkctl.Exit());
        Assert.StartsWith("flinkctl: ", Assert.Single(flinkctl.Errors.Split('\n')), StringComparison.Ordinal);
        Assert.Contains(word, flinkctl.Errors, StringComparison.Ordinal);
    }
}
