namespace Toolbox.Core.Job;

/// <summary>Whether a savepoint is taken when the job is stopped or restarted.</summary>
public enum SavepointMode { Manual, Automatic }
