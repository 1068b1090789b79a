using Toolbox.Cli.Tests.Client;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.People;

/// <summary>Without an API server the commands for people end with one line.</summary>
public sealed class UnreachableTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("get")]
    [InlineData("tree")]
    [InlineData("describe x")]
    [InlineData("savepoints")]
    [InlineData("logs x")]
    public async Task Nobody_there(string line)
    {
        var kubeconfig = _folder.Write("kubeconfig", """
            apiVersion: v1
            kind: Config
            current-context: a
            clusters: [{name: a, cluster: {server: "http://127.0.0.1:1"}}]
            users: [{name: a, user: {token: t}}]
            contexts: [{name: a, context: {cluster: a, user: a}}]
            """);
        var invocation = await Invocation.Run([.. line.Split(' '), "--kubeconfig", kubeconfig]);
        Assert.Equal((1, ""), (invocation.Code, invocation.Output));
        Assert.StartsWith("flinkctl: the API server http://127.0.0.1:1/ does not answer: ", invocation.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_kubeconfig()
    {
        var invocation = await Invocation.Run("get", "--kubeconfig", _folder.Sub("none"));
        Assert.Equal(2, invocation.Code);
        Assert.Contains("does not exist", invocation.Line, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
