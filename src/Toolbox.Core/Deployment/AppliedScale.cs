namespace Toolbox.Core.Deployment;

/// <summary>The number that the deployment declared when a child was applied last: TaskManagers of the cluster, or parallelism of a job.</summary>
public sealed record AppliedScale(string Name, int Value);
