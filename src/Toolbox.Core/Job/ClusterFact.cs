namespace Toolbox.Core.Job;

/// <summary>
/// A job's view of its cluster. <see cref="Unready"/>: started, but Flink does not answer or slots are missing;
/// <see cref="Restarting"/>: stopping in order to start again.
/// </summary>
public enum ClusterFact { Missing, Unknown, Starting, Unready, Ready, Restarting, Stopping, Stopped, Terminated }
