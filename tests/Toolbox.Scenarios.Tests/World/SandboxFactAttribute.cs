namespace Toolbox.Scenarios.Tests.World;

/// <summary>A test that needs images which only a sandbox of its own has; on another cluster it is skipped and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxFactAttribute : FactAttribute
{
    public SandboxFactAttribute() => Skip = ScenarioWorld.IsForeign ? "The cluster that TOOLBOX_KUBECONFIG names does not have the images of this test." : null;
}
