namespace Toolbox.Flink.Transport;

/// <summary>Names of calls without the ids in their paths.</summary>
static class CallNames
{
    // In these collections the next part of the path is an id.
    static readonly HashSet<string> Collections = ["jobs", "jars", "taskmanagers", "savepoints", "vertices", "checkpoints"];
    static readonly HashSet<string> NoIds = ["overview", "config", "metrics", "upload"];

    public static string Of(HttpMethod method, string path)
    {
        var parts = path.Split('?')[0].Split('/');
        for (var index = 1; index < parts.Length; index++)
            if (Collections.Contains(parts[index - 1]) && !NoIds.Contains(parts[index])) parts[index] = "ID";
        return $"{method} {string.Join('/', parts)}";
    }
}
