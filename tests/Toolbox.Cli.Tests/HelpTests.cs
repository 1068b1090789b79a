using System.CommandLine;
using System.Text;
using Toolbox.Cli.Tests.Client;

namespace Toolbox.Cli.Tests;

/// <summary>The help of the commands for clients and people is that of the snapshot, and nothing that a user types lacks a description.</summary>
public sealed class HelpTests
{
    static readonly string[] ForClients =
    [
        "deployments", "deployment", "clusters", "cluster", "jobs", "job", "savepoint", "jobmanager", "taskmanagers", "taskmanager",
        "get", "describe", "tree", "logs", "savepoints", "top", "doctor", "completion",
    ];

    [Fact]
    public async Task Help_of_commands_for_clients_and_people_is_that_of_the_snapshot()
    {
        var text = new StringBuilder();
        foreach (var path in Paths(CommandTree.Create(), []).Where(path => path.Length > 0 && ForClients.Contains(path[0])))
        {
            var invocation = await Invocation.Run([.. path, "--help"]);
            Assert.Equal((0, ""), (invocation.Code, invocation.Errors));
            text.Append($"=== flinkctl {string.Join(' ', path)}".TrimEnd()).Append('\n').Append(Neutral(invocation.Output)).Append("\n\n");
        }
        Golden.Match(text.ToString(), "HelpTests.help");
    }

    [Fact]
    public void Everything_has_a_description()
    {
        var commands = Paths(CommandTree.Create(), []).Select(path => (path, CommandTree.Create().Parse(path).CommandResult.Command));
        Assert.All(commands, item => Assert.All(
            ((IEnumerable<Symbol>)[item.Command, .. item.Command.Options, .. item.Command.Arguments]).Where(symbol => !symbol.Hidden),
            symbol => Assert.False(string.IsNullOrWhiteSpace(symbol.Description), $"{string.Join(' ', item.path)}: {symbol.Name}")));
    }

    [Fact]
    public async Task Every_command_that_does_something_has_an_example_that_can_be_typed()
    {
        var tree = CommandTree.Create();
        var paths = Paths(tree, []).Where(path => tree.Parse(path).CommandResult.Command is { Action: not null }).ToList();
        Assert.True(paths.Count > 30, $"{paths.Count} commands");
        foreach (var path in paths)
        {
            var name = $"flinkctl {string.Join(' ', path)}";
            var help = await Invocation.Run([.. path, "--help"]);
            var examples = help.Output.Split("Examples:\n").Skip(1).SelectMany(text => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
            Assert.True(examples.Exists(example => example.Contains(name, StringComparison.Ordinal)), $"{name} --help has no example");
            foreach (var example in examples.Where(example => example.StartsWith("flinkctl ", StringComparison.Ordinal)))
                Assert.True(tree.Parse(example.Split([" | ", " || ", " > "], StringSplitOptions.None)[0]["flinkctl ".Length..]).Errors.Count == 0, $"{example} cannot be typed");
        }
    }

    static IEnumerable<string[]> Paths(Command command, string[] path) =>
        [path, .. command.Subcommands.Where(below => !below.Hidden).SelectMany(below => Paths(below, [.. path, below.Name]))];

    // The root is called like the process, here that of the tests; the library ends some lines with blanks.
    static string Neutral(string help) => string.Join('\n', help
        .Replace(RootCommand.ExecutableName, "flinkctl", StringComparison.Ordinal).Split('\n').Select(line => line.TrimEnd())).TrimEnd();
}
