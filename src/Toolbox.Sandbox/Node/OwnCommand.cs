using System.Collections.Immutable;

namespace Toolbox.Sandbox.Node;

/// <summary>The command that runs this executable again.</summary>
public static class OwnCommand
{
    /// <summary>The native executable itself, or <c>dotnet flinkctl.dll</c> where it runs under the dotnet host.</summary>
    public static ImmutableArray<string> Find()
    {
        var process = Environment.ProcessPath ?? "flinkctl";
        return Path.GetFileNameWithoutExtension(process) == "dotnet"
            ? [process, Path.GetFullPath(Environment.GetCommandLineArgs()[0])]
            : [process];
    }
}
