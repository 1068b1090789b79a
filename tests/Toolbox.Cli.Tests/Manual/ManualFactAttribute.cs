namespace Toolbox.Cli.Tests.Manual;

/// <summary>A test that types what the manual says; without kubectl, helm or curl it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class ManualFactAttribute : FactAttribute
{
    public ManualFactAttribute() => Skip = ManualWorld.Missing;
}
