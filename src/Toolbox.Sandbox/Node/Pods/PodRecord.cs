using System.Collections.Immutable;
using Toolbox.Sandbox.Node.Variables;

namespace Toolbox.Sandbox.Node.Pods;

/// <summary>What the node knows about one pod; its status is computed from this alone.</summary>
/// <param name="Network">Null until an address was given to it.</param>
/// <param name="Failure">Why the pod as a whole failed (reason and message), if the node decided so.</param>
public sealed record PodRecord(
    DateTime StartTime,
    PodNetwork? Network,
    ImmutableArray<ContainerRecord> Init,
    ImmutableArray<ContainerRecord> Main,
    (string Reason, string Message)? Failure = null)
{
    public bool IsInitialized => Init.All(container => container.HasSucceeded);
}
