namespace Toolbox.Cli.Tests.Processes;

/// <summary>A test that runs a program of the machine; without it, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program) => Skip = PathProgram.Missing(program);
}
