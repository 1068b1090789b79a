namespace Toolbox.Core.Job;

/// <summary>
/// How far the submission got. <see cref="Lost"/>: the JobManager process that it was meant for is gone, and the Flink job with it.
/// </summary>
public enum SubmissionFact { None, Pending, Accepted, Lost }
