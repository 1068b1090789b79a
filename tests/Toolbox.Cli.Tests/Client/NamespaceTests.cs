using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.Client;

/// <summary>A command that names a namespace reaches only an operator that serves it.</summary>
public sealed class NamespaceTests
{
    const string Ok = """{"status":"OK"}""";
    const string Stop = "job stop --cluster-name=c --job-name=j";

    [Theory]
    [InlineData("clusters list --namespace flink-jobs", "GET /api/v1/clusters?namespace=flink-jobs")]
    [InlineData("clusters list -n flink-jobs", "GET /api/v1/clusters?namespace=flink-jobs")]
    [InlineData(Stop + " --namespace=flink-jobs", "GET /api/v1/openapi.json?namespace=flink-jobs", "PUT /api/v1/clusters/c/jobs/j/stop?namespace=flink-jobs")]
    public async Task Namespace_goes_along_with_every_request(string line, params string[] requests)
    {
        await using var @operator = await RecordingOperator.Start(_ => new RecordedAnswer(200, Ok), "flink-jobs");
        Assert.Equal(new Invocation(0, Ok, ""), await @operator.Run(line.Split(' ')));
        Assert.Equal(requests, @operator.Requests.Select(request => $"{request.Method} {request.Path}"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("elsewhere")]
    public async Task Nothing_is_sent_to_an_operator_that_does_not_tell_the_namespace(string? told)
    {
        await using var @operator = await RecordingOperator.Start(_ => new RecordedAnswer(200, Ok), told);
        var invocation = await @operator.Run([.. Stop.Split(' '), "-n", "flink-jobs"]);
        Assert.Equal(1, invocation.Code);
        Assert.Contains("does not tell that it serves the namespace flink-jobs", invocation.Line, StringComparison.Ordinal);
        Assert.DoesNotContain(@operator.Requests, request => request.Method == "PUT");
    }

    [Fact]
    public async Task Answer_of_such_an_operator_is_not_shown_either()
    {
        await using var @operator = await RecordingOperator.Start(Ok);
        var invocation = await @operator.Run("clusters", "list", "-n", "flink-jobs");
        Assert.Equal((1, ""), (invocation.Code, invocation.Output));
    }

    [Fact]
    public async Task Another_namespace_is_refused_with_both_names()
    {
        const string body = """{"status":"FAILURE","error":"this operator serves the namespace a, not 'b'"}""";
        await using var @operator = await RecordingOperator.Start(_ => new RecordedAnswer(409, body), "a");
        var invocation = await @operator.Run([.. Stop.Split(' '), "-n", "b", "--wait"]);
        Assert.Equal((1, "flinkctl: this operator serves the namespace a, not 'b'"), (invocation.Code, invocation.Errors));
        Assert.DoesNotContain(@operator.Requests, request => request.Method == "PUT");
    }

    [Fact]
    public async Task Empty_namespace_is_none() => Assert.Equal(
        new Invocation(2, "", "flinkctl: --namespace is empty: the name of a namespace is needed (see flinkctl clusters list --help)"),
        await Invocation.Run("clusters", "list", "--namespace", ""));

    [Fact]
    public async Task Namespace_of_the_environment_counts_unless_one_is_named()
    {
        await using var @operator = await RecordingOperator.Start(_ => new RecordedAnswer(200, Ok), "a");
        var variables = new Dictionary<string, string?> { ["FLINKCTL_NAMESPACE"] = "b" };
        using var refused = Flinkctl.Start(variables, ["clusters", "list", .. @operator.Address]);
        using var named = Flinkctl.Start(variables, ["clusters", "list", "-n", "a", .. @operator.Address]);
        Assert.Equal((1, 0), (await refused.Exit(), await named.Exit()));
        Assert.Contains("namespace b", refused.Errors, StringComparison.Ordinal);
    }
}
