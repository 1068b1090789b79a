using LanguageExt;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Job;

/// <summary>Which cluster a job belongs to: names decide, as they always did, but the answer is pinned once it is known.</summary>
public static class JobAssociation
{
    /// <summary>
    /// The pinned cluster; without one the longest existing cluster name that, followed by a dash, is a prefix of the job's name.
    /// So a job <c>a-b-c</c> belongs to <c>a-b</c> rather than to <c>a</c>, if both exist.
    /// </summary>
    public static Option<string> ClusterOf(string job, string pinned, IEnumerable<string> clusters)
    {
        if (pinned.Length > 0 && Belongs(job, pinned)) return pinned;
        var longest = "";
        foreach (var cluster in clusters)
            if (cluster.Length > longest.Length && Belongs(job, cluster)) longest = cluster;
        return longest.Length > 0 ? longest : None;
    }

    /// <summary>The job's own part of its name.</summary>
    public static string NameInCluster(string job, string cluster) => Belongs(job, cluster) ? job[(cluster.Length + 1)..] : job;

    static bool Belongs(string job, string cluster) =>
        job.Length > cluster.Length + 1 && job[cluster.Length] == '-' && job.StartsWith(cluster, StringComparison.Ordinal);
}
