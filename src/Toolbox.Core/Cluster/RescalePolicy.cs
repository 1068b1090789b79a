namespace Toolbox.Core.Cluster;

/// <summary>Whether the number of TaskManagers follows the jobs.</summary>
public enum RescalePolicy { None, JobParallelism }
