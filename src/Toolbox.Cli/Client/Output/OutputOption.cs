using System.CommandLine;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Client.Output;

/// <summary>The option <c>-o</c> of client commands.</summary>
static class OutputOption
{
    public static Option<string?> Output { get; } = Choices.OneOf(
        "--output", "-o", "Form of the output; without it the body of the operator's answer, as scripts know it.", "json", "yaml", "table");
}
