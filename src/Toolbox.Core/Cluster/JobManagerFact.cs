namespace Toolbox.Core.Cluster;

/// <summary>
/// The verdict on the JobManager, from Kubernetes' facts alone: <see cref="Changed"/> is another process than the one that the
/// cluster was started with (a new pod, or a container restarted in place).
/// </summary>
public enum JobManagerFact { Absent, Terminating, Ended, Many, Same, Changed }
