namespace Toolbox.Scenarios.Tests.World;

/// <summary>A test that types what the older toolbox's manual says; without the manual or kubectl it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ManualFactAttribute : FactAttribute
{
    public ManualFactAttribute() => Skip = Kubectl.Missing ?? Manual.Missing;
}
