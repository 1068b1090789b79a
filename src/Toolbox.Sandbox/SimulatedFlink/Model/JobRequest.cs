using System.Globalization;

namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>What a run asked for, with the conventions by which program arguments steer a simulated job.</summary>
sealed record JobRequest(string JobId, string EntryClass, IReadOnlyList<string> Arguments, int Parallelism, string? SavepointPath, bool AllowNonRestoredState)
{
    /// <summary>The simple name of the class, as most programs name their job.</summary>
    public string Name => EntryClass[(EntryClass.LastIndexOfAny(['.', '$']) + 1)..];

    /// <summary>Running time after which the job ends by itself: `--duration SECONDS`, or a class named like a batch program.</summary>
    public TimeSpan? Duration(TimeSpan batchDuration) =>
        Seconds("--duration") ?? (Name.EndsWith("BatchJob", StringComparison.Ordinal) || Name.EndsWith("WordCount", StringComparison.Ordinal) ? batchDuration : null);

    /// <summary>`--fail-after SECONDS`: each execution throws after running that long.</summary>
    public TimeSpan? FailAfter => Seconds("--fail-after");

    /// <summary>`--restart-attempts N`: after so many restarts the next failure is final; absent: unlimited.</summary>
    public int? RestartAttempts => Value("--restart-attempts") is { } text && int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    TimeSpan? Seconds(string option) =>
        Value(option) is { } text && double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    string? Value(string option)
    {
        for (var i = 0; i + 1 < Arguments.Count; i++)
            if (Arguments[i] == option) return Arguments[i + 1];
        return null;
    }
}
