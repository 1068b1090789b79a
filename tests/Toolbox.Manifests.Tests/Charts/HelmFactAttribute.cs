namespace Toolbox.Manifests.Tests.Charts;

/// <summary>A test that asks helm; without it, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class HelmFactAttribute : FactAttribute
{
    public HelmFactAttribute() => Skip = Helm.Missing;
}
