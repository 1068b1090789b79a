using System.Runtime.CompilerServices;

namespace Toolbox.Cli.Tests.Processes;

/// <summary>Variables that change what flinkctl does are unset, whoever runs the tests; processes that tests start inherit that.</summary>
static class OwnEnvironment
{
    static readonly string[] Variables = ["FLINKCTL_TOKEN", "FLINKCTL_NAMESPACE", "FLINKCTL_LOG_LEVEL", "NO_COLOR", "FORCE_COLOR"];

    [ModuleInitializer]
    internal static void Clear()
    {
        foreach (var variable in Variables) Environment.SetEnvironmentVariable(variable, null);
    }
}
