using System.Text.Json.Nodes;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;

namespace Toolbox.Cli.Savepoints;

/// <summary>The restore points of a job as rows, newest first, below a row of titles.</summary>
static class RestorePointRows
{
    public static IReadOnlyList<(Tone, string)[]> Of(JsonObject job, DateTimeOffset now) => [Titles, .. Points(job, now)];

    public static (Tone, string)[] Titles { get; } = [(Tone.Strong, "AGE"), (Tone.Strong, "ORIGIN"), (Tone.Strong, "USE"), (Tone.Strong, "PATH")];

    public static IEnumerable<(Tone, string)[]> Points(JsonObject job, DateTimeOffset now) =>
        job.Items("status", "restorePoints").Select((point, index) => Use(job, point.Text("path"), index == 0) is var (tone, use)
            ? new[] { (Tone.Plain, Age.Since(point.Time("time"), now)), (Tone.Plain, point.Text("origin")), (tone, use), (Tone.Plain, point.Text("path")) }
            : []);

    // The running job was started from one; the next start takes the newest.
    static (Tone, string) Use(JsonObject job, string path, bool isNewest)
    {
        var state = job.Text("status", "supervisorStatus");
        if (path == job.Text("status", "submission", "restorePoint") && state is "Starting" or "Started" or "Stopping") return (Tone.Good, isNewest ? "in use, next start" : "in use");
        return isNewest ? (Tone.Busy, "next start") : (Tone.Plain, "");
    }
}
