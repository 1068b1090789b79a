using System.CommandLine;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Completion;

/// <summary><c>flinkctl completion</c>: scripts with which shells complete command lines, made of the command tree.</summary>
static class CompletionCommand
{
    /// <param name="root">The whole tree; read when a script is asked for, so commands may be added later.</param>
    public static Command Create(RootCommand root) => new("completion", "Print a script with which a shell completes command lines.")
    {
        Shell("bash", root, BashScript.Of, "source <(flinkctl completion bash)", "flinkctl completion bash > /etc/bash_completion.d/flinkctl"),
        Shell("zsh", root, ZshScript.Of, "source <(flinkctl completion zsh)", "flinkctl completion zsh > \"${fpath[1]}/_flinkctl\""),
        Shell("fish", root, FishScript.Of, "flinkctl completion fish | source", "flinkctl completion fish > ~/.config/fish/completions/flinkctl.fish"),
    };

    static ExampleCommand Shell(string name, RootCommand root, Func<IReadOnlyList<CompletionPlace>, string> script, params string[] examples)
    {
        var command = new ExampleCommand(name, $"Script for {name}.") { Examples = examples };
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(script(CompletionPlace.All(root))));
        return command;
    }
}
