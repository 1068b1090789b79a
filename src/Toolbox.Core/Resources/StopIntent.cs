namespace Toolbox.Core.Resources;

/// <summary>
/// Why something stops, and so what follows. <see cref="Stop"/> was asked for by a user and lasts until a start is asked for;
/// <see cref="RestartEmpty"/> is a restart that a user asked for without savepoint: that one start begins empty;
/// <see cref="Resume"/> is the job of a cluster that restarts: it comes back with its cluster whatever its restart policy says;
/// <see cref="ClusterStop"/> is the job of a cluster that was stopped: its restart policy decides when the cluster starts again;
/// <see cref="Suspend"/> lasts as long as the parallelism is 0; <see cref="Fail"/> is a start that failed.
/// </summary>
public enum StopIntent { Stop, Restart, RestartEmpty, Delete, Resume, ClusterStop, Suspend, Fail }
