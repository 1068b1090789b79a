namespace Toolbox.Scenarios.Tests.World;

/// <summary>A test that types into the real kubectl; without it, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KubectlFactAttribute : FactAttribute
{
    public KubectlFactAttribute() => Skip = Kubectl.Missing;
}
