using System.Reflection;
using Toolbox.Cli.Tests.Processes;
using Xunit.Sdk;

namespace Toolbox.Cli.Tests.Completion;

/// <summary>A row of a theory with the name of a shell; where the machine has no such shell, the row is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
sealed class ShellAttribute : DataAttribute
{
    readonly string _shell;

    public ShellAttribute(string shell)
    {
        _shell = shell;
        Skip = PathProgram.Missing(shell);
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[_shell]];
}
