namespace Toolbox.Scenarios.Tests.World;

/// <summary>A theory that types into the real kubectl; without it, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KubectlTheoryAttribute : TheoryAttribute
{
    public KubectlTheoryAttribute() => Skip = Kubectl.Missing;
}
