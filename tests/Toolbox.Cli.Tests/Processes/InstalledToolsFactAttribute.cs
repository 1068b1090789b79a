namespace Toolbox.Cli.Tests.Processes;

/// <summary>A test that runs the real kubectl and helm; without them, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class InstalledToolsFactAttribute : FactAttribute
{
    public InstalledToolsFactAttribute() => Skip = InstalledTool.Missing;
}
