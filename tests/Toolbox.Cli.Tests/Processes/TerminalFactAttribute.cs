namespace Toolbox.Cli.Tests.Processes;

/// <summary>A test under a terminal of its own; where none can be had, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute() => Skip = PseudoTerminal.Missing;
}
