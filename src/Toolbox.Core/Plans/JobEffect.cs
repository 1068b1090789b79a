namespace Toolbox.Core.Plans;

/// <summary>What happens to what runs for a FlinkJob.</summary>
/// <param name="Reason">Why, in the words of the rule that begins it.</param>
/// <param name="TakesSavepoint">A savepoint is taken when it stops.</param>
/// <param name="IsCancelled">It is cancelled without a savepoint.</param>
/// <param name="RestorePoint">Where it starts again; empty when it does not start, or begins empty.</param>
/// <param name="BeginsEmptyBecause">Why it starts without restore point; empty when it does not.</param>
/// <param name="FlinkJobId">The id of the new Flink job; empty while it is not known, as it follows from the resource's uid.</param>
public sealed record JobEffect(
    string Name, PlannedAction Action, string Reason, bool TakesSavepoint, bool IsCancelled, string RestorePoint, string BeginsEmptyBecause,
    int ParallelismBefore, int ParallelismAfter, string FlinkJobId);
