namespace Toolbox.Cli.Tests.Client;

/// <summary>A command line that cannot be understood ends with 2 and one line that names the option and what is allowed.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("cluster scale --cluster-name=c --task-managers=abc", "--task-managers abc: a whole number, 0 or more, is needed (see flinkctl cluster scale --help)")]
    [InlineData("cluster scale --cluster-name=c --task-managers=-1", "--task-managers -1: a whole number, 0 or more, is needed (see flinkctl cluster scale --help)")]
    [InlineData("cluster scale --cluster-name=c", "option '--task-managers' is required (see flinkctl cluster scale --help)")]
    [InlineData("cluster status", "option '--cluster-name' is required (see flinkctl cluster status --help)")]
    [InlineData("cluster status --cluster-name=", "required argument missing for option '--cluster-name' (see flinkctl cluster status --help)")]
    [InlineData("clusters list --port=0", "--port 0: a whole number from 1 to 65535 is needed (see flinkctl clusters list --help)")]
    [InlineData("clusters list -o xml", "--output xml: one of json, yaml, table is needed (see flinkctl clusters list --help)")]
    [InlineData("clusters list --timeout never", "--timeout never: a whole number from 1 to 86400 is needed (see flinkctl clusters list --help)")]
    [InlineData("clusters list --foo", "unrecognized command or argument '--foo' (see flinkctl clusters list --help)")]
    [InlineData("foo", "unrecognized command or argument 'foo' (see flinkctl --help)")]
    public async Task Error_names_what_is_wrong(string line, string message) =>
        Assert.Equal(new Invocation(2, "", $"flinkctl: {message}"), await Invocation.Run(line.Split(' ')));

    [Fact]
    public async Task Empty_name_is_none() => Assert.Equal(
        new Invocation(2, "", "flinkctl: --cluster-name is empty: the name of a resource is needed (see flinkctl cluster status --help)"),
        await Invocation.Run("cluster", "status", "--cluster-name", ""));

    [Theory]
    [InlineData("", "flinkctl")]
    [InlineData("cluster", "flinkctl cluster")]
    public async Task Group_without_a_command_shows_its_help(string line, string group)
    {
        var invocation = await Invocation.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, $"flinkctl: {group} needs one of these commands"), (invocation.Code, invocation.Line));
        Assert.Contains("Commands:", invocation.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_shown_even_when_options_are_missing()
    {
        var invocation = await Invocation.Run("job", "stop", "--help");
        Assert.Equal((0, ""), (invocation.Code, invocation.Errors));
        Assert.Contains("flinkctl job stop --cluster-name=cluster-1 --job-name=job-1 --wait", invocation.Output, StringComparison.Ordinal);
    }
}
