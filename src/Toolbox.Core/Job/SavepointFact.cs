namespace Toolbox.Core.Job;

/// <summary>
/// The savepoint request in the status. <see cref="NotAsked"/>: Flink has not been asked for certain (no trigger id, or it does not
/// know it); <see cref="Found"/>: the answer was lost, but Flink lists a savepoint that is younger than the request.
/// </summary>
public enum SavepointFact { None, NotAsked, InProgress, Completed, Found, Failed, Silent }
