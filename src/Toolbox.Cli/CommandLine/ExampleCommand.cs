using System.CommandLine;

namespace Toolbox.Cli.CommandLine;

/// <summary>A command whose help ends with examples.</summary>
class ExampleCommand(string name, string description) : Command(name, description)
{
    /// <summary>Whole command lines as a user types them.</summary>
    public string[] Examples { get; init; } = [];
}
