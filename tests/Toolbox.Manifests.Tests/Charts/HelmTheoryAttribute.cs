namespace Toolbox.Manifests.Tests.Charts;

/// <summary>A theory that asks helm; without it, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class HelmTheoryAttribute : TheoryAttribute
{
    public HelmTheoryAttribute() => Skip = Helm.Missing;
}
