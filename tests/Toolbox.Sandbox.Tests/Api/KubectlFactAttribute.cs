namespace Toolbox.Sandbox.Tests.Api;

/// <summary>A test that types into the real kubectl; without it, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class KubectlFactAttribute : FactAttribute
{
    public KubectlFactAttribute() => Skip = Kubectl.Missing;
}
