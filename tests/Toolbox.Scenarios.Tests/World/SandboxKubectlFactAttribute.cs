namespace Toolbox.Scenarios.Tests.World;

/// <summary>A test that types into the real kubectl what only the sandbox answers; elsewhere, and without kubectl, it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class SandboxKubectlFactAttribute : FactAttribute
{
    public SandboxKubectlFactAttribute() => Skip = Kubectl.Missing
        ?? (ScenarioWorld.IsForeign ? "What the sandbox cannot do, the cluster that TOOLBOX_KUBECONFIG names can." : null);
}
