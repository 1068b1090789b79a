using System.Globalization;

namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>What a run asked for, with the conventions by which program arguments steer a simulated job.</summary>
sealed record JobRequest(
    string JobId, string EntryClass, IReadOnlyList<string> Arguments, int Parallelism, string? SavepointPath, bool AllowNonRestoredState)
{
    /// <summary>The simple name of the class, as most programs name their job.</summary>
    public string Name => EntryClass[(EntryClass.LastIndexOfAny(['.', '$']) + 1)..];

    /// <summary>`--rate N`: records in a second.</summary>
    public double Rate(double otherwise) => Number("--rate") is > 0 and var rate ? rate : otherwise;

    /// <summary>
    /// Records after which the job ends by itself: `--numbers N`, or those of a running time: `--duration SECONDS`, or a class named like
    /// a batch program.
    /// </summary>
    public long? LastRecord(SimulatedFlinkTiming timing)
    {
        if (Number("--numbers") is { } numbers) return (long)numbers;
        var isBatch = Name.EndsWith("BatchJob", StringComparison.Ordinal) || Name.EndsWith("WordCount", StringComparison.Ordinal);
        var duration = Seconds("--duration") ?? (isBatch ? timing.BatchDuration : null);
        return duration is { } time ? (long)(time.TotalSeconds * Rate(timing.RecordsPerSecond)) : null;
    }

    /// <summary>`--fail-at N`: the first execution throws at this record.</summary>
    public long? FailAt => (long?)Number("--fail-at");

    /// <summary>`--fail-after SECONDS`: each execution throws after running that long.</summary>
    public TimeSpan? FailAfter => Seconds("--fail-after");

    /// <summary>`--restart-attempts N`: after so many restarts the next failure is final; absent: unlimited.</summary>
    public int? RestartAttempts => (int?)Number("--restart-attempts");

    TimeSpan? Seconds(string option) => Number(option) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    double? Number(string option)
    {
        for (var i = 0; i + 1 < Arguments.Count; i++)
            if (Arguments[i] == option && double.TryParse(Arguments[i + 1], CultureInfo.InvariantCulture, out var number)) return number;
        return null;
    }
}
