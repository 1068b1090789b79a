using System.Globalization;

namespace Toolbox.Sandbox.SimulatedFlink.Model;

/// <summary>What the Flink configuration says about state, read under the old and the new names of the keys.</summary>
sealed class ClusterSettings(IReadOnlyDictionary<string, string> configuration, SimulatedFlinkTiming timing)
{
    public SimulatedFlinkTiming Timing { get; } = timing;

    public string? SavepointDirectory => Value("execution.checkpointing.savepoint-dir", "state.savepoints.dir");

    public string CheckpointDirectory => (Value("execution.checkpointing.dir", "state.checkpoints.dir") ?? "file:///tmp/checkpoints").TrimEnd('/');

    public int RetainedCheckpoints =>
        int.TryParse(Value("execution.checkpointing.num-retained", "state.checkpoints.num-retained"), CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1;

    public string Retention =>
        Value("execution.checkpointing.externalized-checkpoint-retention") ?? "RETAIN_ON_CANCELLATION";

    public bool IsAdaptive => string.Equals(Value("jobmanager.scheduler"), "adaptive", StringComparison.OrdinalIgnoreCase);

    /// <summary>The configured interval if it can be read, else that of the timing; zero: no checkpoints.</summary>
    public TimeSpan CheckpointInterval => Duration(Value("execution.checkpointing.interval")) ?? Timing.CheckpointInterval;

    string? Value(params string[] keys) => keys.Select(key => configuration.GetValueOrDefault(key)).FirstOrDefault(value => value is not null);

    static TimeSpan? Duration(string? text)
    {
        if (text is null) return null;
        var digits = new string([.. text.Trim().TakeWhile(char.IsAsciiDigit)]);
        if (!long.TryParse(digits, CultureInfo.InvariantCulture, out var number)) return null;
        return text.Trim()[digits.Length..].Trim() switch
        {
            "" or "ms" => TimeSpan.FromMilliseconds(number),
            "s" or "sec" => TimeSpan.FromSeconds(number),
            "m" or "min" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => null,
        };
    }
}
