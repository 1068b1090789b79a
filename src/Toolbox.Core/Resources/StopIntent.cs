namespace Toolbox.Core.Resources;

/// <summary>
/// What follows once a cluster or job has stopped. <see cref="Resume"/> is the job of a cluster that restarts: it comes back with
/// its cluster whatever its restart policy says; <see cref="Fail"/> is a start that failed.
/// </summary>
public enum StopIntent { Stop, Restart, Delete, Resume, Fail }
