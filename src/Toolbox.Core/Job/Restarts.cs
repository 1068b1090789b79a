using System.Globalization;
using Toolbox.Core.Retry;

namespace Toolbox.Core.Job;

/// <summary>When a job that has ended starts again by its policy, and how that is said.</summary>
static class Restarts
{
    const string Mark = "; it starts again at ";

    // The status keeps messages up to a length; the announcement must fit in.
    const int CauseLimit = 400;

    /// <summary>When the delay is over. A status of an older version does not tell when the job ended: its last change has to do.</summary>
    public static DateTimeOffset Due(JobStatus status, TimeSpan restartDelay, DateTimeOffset now) =>
        (status.EndedAt || status.Timestamp).IfNone(now) + RestartBackOff.Delay(restartDelay, status.FailedRuns);

    public static string Announce(string cause, int failedRuns, DateTimeOffset due) =>
        $"{(cause.Length > CauseLimit ? cause[..(CauseLimit - 3)] + "..." : cause)}{Mark}{due.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}"
        + (failedRuns > 1 ? $" (failed {failedRuns} times in a row)" : "");

    /// <summary>What was said before a restart was announced.</summary>
    public static string Cause(string message) => message.IndexOf(Mark, StringComparison.Ordinal) is var mark and >= 0 ? message[..mark] : message;

    /// <summary>Whether the job has run for so long that its earlier failures do not count any more.</summary>
    public static bool HasLasted(JobStatus status, TimeSpan restartDelay, DateTimeOffset now) =>
        status.RunningSince.Exists(time => now - time >= RestartBackOff.LastsAfter(restartDelay));
}
