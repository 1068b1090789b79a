using System.CommandLine;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Output;
using Toolbox.Cli.Resources;

namespace Toolbox.Cli.Live;

/// <summary>What commands that look at a live namespace have in common: where it is, and how the answer is written.</summary>
sealed class LiveOptions
{
    readonly Option<string?> _output = Choices.OneOf("--output", "-o", "How the answer is written; text by default.", "text", "json", "yaml");

    public void AddTo(Command command)
    {
        KubernetesOptions.AddTo(command);
        command.Options.Add(_output);
    }

    public OutputFormat Format(ParseResult parsed) => parsed.GetValue(_output) switch
    {
        "json" => OutputFormat.Json,
        "yaml" => OutputFormat.Yaml,
        _ => OutputFormat.Text,
    };
}
