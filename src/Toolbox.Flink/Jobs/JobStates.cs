namespace Toolbox.Flink;

public static class JobStates
{
    /// <summary>The job will never run again. A stop with savepoint ends in FINISHED too.</summary>
    public static bool IsEnded(this JobState state) => state is JobState.Finished or JobState.Canceled or JobState.Failed;

    /// <summary>The word that Flink uses.</summary>
    public static string Word(this JobState state) => state.ToString().ToUpperInvariant();

    public static JobState Parse(string? word) => Enum.GetValues<JobState>()
        .FirstOrDefault(state => state != JobState.Unknown && string.Equals(state.ToString(), word, StringComparison.OrdinalIgnoreCase));
}
