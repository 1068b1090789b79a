namespace Toolbox.Core.Deployment;

/// <summary>The number that a deployment declares for a child: TaskManagers of the cluster, or parallelism of a job.</summary>
/// <param name="IsEdited">It is the latest word and becomes the child's; else the child's own stays and this one is only written down as known.</param>
public sealed record DeclaredNumber(int Value, bool IsEdited);
