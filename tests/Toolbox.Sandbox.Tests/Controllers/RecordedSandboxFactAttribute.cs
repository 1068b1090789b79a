using Toolbox.Sandbox.Tests.Objects;

namespace Toolbox.Sandbox.Tests.Controllers;

/// <summary>A test that compares the sandbox's own controllers with the recorded exchanges; skipped where either is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class RecordedSandboxFactAttribute : FactAttribute
{
    public RecordedSandboxFactAttribute() => Skip = Recorded.Missing
        ?? (ControlledCluster.Foreign is null ? null : "The controllers of the cluster that TOOLBOX_KUBECONFIG names are not ours.");
}
