using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;

namespace Toolbox.Cli.Describe;

/// <summary>What matters most of a spec; fields that it leaves out are left out here too.</summary>
static class SpecSummary
{
    public static IEnumerable<(string, string)> Of(ResourceKind kind, JsonObject resource)
    {
        var spec = resource["spec"];
        if (kind == ResourceKind.Job) return Job(spec);
        return kind == ResourceKind.Cluster ? Cluster(spec) : [.. Cluster(spec.At("cluster")), ("jobs", Jobs(spec))];
    }

    static IEnumerable<(string, string)> Cluster(JsonNode? spec) =>
    [
        ("image", spec.Text("runtime", "image")),
        ("TaskManagers", Range(spec, "taskManagers", "minTaskManagers", "maxTaskManagers")),
        ("slots each", spec.Text("taskManager", "taskSlots")),
        ("rescale policy", spec.Text("supervisor", "rescalePolicy")),
        ("supervisor", spec.Text("supervisor", "image")),
    ];

    static IEnumerable<(string, string)> Job(JsonNode? spec) =>
    [
        ("image", spec.Text("bootstrap", "image")),
        ("JAR", spec.Text("bootstrap", "jarPath")),
        ("class", spec.Text("bootstrap", "className")),
        ("arguments", string.Join(' ', (spec.At("bootstrap", "arguments") as JsonArray ?? []).Select(item => Quoted(item.Text())))),
        ("parallelism", Range(spec, "jobParallelism", "minJobParallelism", "maxJobParallelism")),
        ("savepoints", Joined(spec.Text("savepoint", "savepointMode"), Seconds("every", spec.Text("savepoint", "savepointInterval")), spec.Text("savepoint", "savepointTargetPath"))),
        ("restart", Joined(spec.Text("restart", "restartPolicy"), Seconds("after", spec.Text("restart", "restartDelay")))),
    ];

    static string Jobs(JsonNode? spec) => string.Join(", ", spec.Items("jobs").Select(job => job.Text("name")));

    static string Range(JsonNode? spec, string number, string lowest, string highest)
    {
        var (value, from, to) = (spec.Text(number), spec.Text(lowest), spec.Text(highest));
        return from.Length + to.Length == 0 ? value : $"{value} ({(from.Length == 0 ? "0" : from)} to {(to.Length == 0 ? "any" : to)})".TrimStart();
    }

    static string Seconds(string word, string text) => text is "" or "0" ? "" : $"{word} {text} s";

    static string Joined(params string[] parts) => string.Join(", ", parts.Where(part => part.Length > 0));

    static string Quoted(string argument) => argument.Contains(' ') ? $"'{argument}'" : argument;
}
