namespace Toolbox.Core.Cluster;

/// <summary>Pod names in the form that Kubernetes generates, but the same for every retry of one creation.</summary>
public static class PodNames
{
    public static string JobManager(string cluster, string uid, int attempt) =>
        $"jobmanager-{cluster}-{Identifiers.Suffix(uid, "jobmanager", attempt)}";

    public static string TaskManager(string cluster, string uid, int attempt, int index) =>
        $"taskmanager-{cluster}-{Identifiers.Suffix(uid, $"taskmanager/{index}", attempt)}";
}
