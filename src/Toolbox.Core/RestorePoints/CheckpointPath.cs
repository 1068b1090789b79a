using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Toolbox.Core.RestorePoints;

/// <summary>
/// What the path of a checkpoint tells: Flink counts the checkpoints of a job, and the last segment is <c>chk-</c> with the number
/// (https://nightlies.apache.org/flink/flink-docs-stable/docs/ops/state/checkpoints/#directory-structure).
/// </summary>
public static class CheckpointPath
{
    /// <summary>
    /// How many checkpoints after a recorded one are looked for. Between two looks of the default 10 seconds a job that takes one every
    /// second completes half as many.
    /// </summary>
    public const int Reach = 20;

    const string Segment = "chk-";

    /// <summary>The path of the checkpoint that came next; nothing where the path has no number.</summary>
    public static Option<string> Next(string path) => Number(path).Map(number => path[..Digits(path)] + (number + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>By how much the second checkpoint is newer, 0 for the same one; nothing where they are not of the same Flink job in this order.</summary>
    public static Option<long> Distance(string from, string to)
    {
        if (from == to) return 0L;
        if (from[..Digits(from)] != to[..Digits(to)]) return None;
        return Number(from).Bind(last => Number(to).Map(next => next - last)).Filter(distance => distance > 0);
    }

    /// <summary>Whether the second path is the first one or a checkpoint after it that is looked for when the first is gone.</summary>
    public static bool Leads(string from, string to) => Distance(from, to).Exists(distance => distance <= Reach);

    static Option<long> Number(string path) =>
        long.TryParse(path.AsSpan(Digits(path)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < long.MaxValue ? Some(number) : None;

    // Where the number begins; the end of a path without one.
    static int Digits(string path)
    {
        var segment = path.LastIndexOf('/') + 1;
        return path.AsSpan(segment).StartsWith(Segment, StringComparison.Ordinal) ? segment + Segment.Length : path.Length;
    }
}
