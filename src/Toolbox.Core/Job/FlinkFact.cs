namespace Toolbox.Core.Job;

/// <summary>The submission's Flink job; <see cref="Silent"/>: nobody could tell, <see cref="Gone"/>: Flink says that it has no such job.</summary>
public enum FlinkFact { Silent, Gone, Pending, Running, Restarting, Cancelling, Finished, Canceled, Failed }
