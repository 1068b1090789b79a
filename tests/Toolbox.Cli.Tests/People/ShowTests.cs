using System.Text.RegularExpressions;
using Toolbox.Cli.Tests.Client;

namespace Toolbox.Cli.Tests.People;

/// <summary>What the commands for people show of a world in which nothing happens.</summary>
public sealed partial class ShowTests(StillWorld world) : IClassFixture<StillWorld>
{
    [Theory]
    [InlineData("get")]
    [InlineData("get jobs")]
    [InlineData("get fc c")]
    [InlineData("get clusters -A")]
    [InlineData("get -o name")]
    [InlineData("tree")]
    [InlineData("tree fj/c-good")]
    [InlineData("describe c")]
    [InlineData("describe fj/c-good")]
    [InlineData("describe job c-bad")]
    [InlineData("savepoints")]
    [InlineData("savepoints c-good")]
    public async Task Plain_text_is_that_of_the_snapshot(string line)
    {
        var invocation = await world.Run(line.Split(' '));
        Assert.Equal((0, ""), (invocation.Code, invocation.Errors));
        Assert.DoesNotContain('\u001b', invocation.Output);
        Golden.Match(string.Join('\n', Ages().Replace(invocation.Output, "AGE ").Split('\n').Select(text => text.TrimEnd())), $"ShowTests.{line.Replace('/', ' ').Replace(' ', '-')}");
    }

    [Theory]
    [InlineData("get", "\u001b[32mRUNNING\u001b[0m")]
    [InlineData("tree", "fj/c-bad  \u001b[31mStopped\u001b[0m")]
    [InlineData("describe c-bad", "\u001b[31mTrue\u001b[0m")]
    public async Task Colours_come_when_asked_for(string line, string painted)
    {
        Assert.Contains(painted, (await world.Run([.. line.Split(' '), "--color", "always"])).Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', (await world.Run([.. line.Split(' '), "--color", "never"])).Output);
    }

    [Fact]
    public async Task Resource_can_be_read_as_yaml_and_json()
    {
        var yaml = await world.Run("get", "fj", "c-good", "-o", "yaml");
        Assert.Contains("  jobStatus: RUNNING", yaml.Output, StringComparison.Ordinal);
        var json = await world.Run("get", "jobs", "-o", "json");
        Assert.Equal(3, System.Text.Json.Nodes.JsonNode.Parse(json.Output)!["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("get pods", 2, "'pods' is no kind of resource: deployment (fd), cluster (fc), job (fj) are")]
    [InlineData("get fj nobody", 1, "there is no job nobody in namespace flink-jobs")]
    [InlineData("describe nobody", 1, "there is no deployment, cluster or job nobody in namespace flink-jobs")]
    [InlineData("describe a/b/c", 2, "'a/b/c' names no resource: NAME, KIND/NAME or KIND NAME does")]
    [InlineData("savepoints nobody", 1, "there is no job nobody in namespace flink-jobs")]
    [InlineData("logs alone", 1, "job alone belongs to no cluster")]
    [InlineData("logs c --role supervisor", 1, "there is no such pod in namespace flink-jobs")]
    public async Task Wrong_names_are_refused(string line, int code, string message) =>
        Assert.Equal(new Invocation(code, "", $"flinkctl: {message}"), await world.Run(line.Split(' ')));

    [Theory]
    [InlineData("get")]
    [InlineData("tree")]
    [InlineData("savepoints")]
    public async Task Empty_namespace_is_said_to_be_empty(string line)
    {
        var invocation = await world.Run([.. line.Split(' '), "-n", "default"]);
        Assert.Equal(0, invocation.Code);
        Assert.EndsWith(" in namespace default", invocation.Output, StringComparison.Ordinal);
    }

    // Ages grow, and the columns with them.
    [GeneratedRegex(@"(\b\d+[smhdy](\d+[smhd])?\b|\bAGE\b) *")]
    private static partial Regex Ages();
}
