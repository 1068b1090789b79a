using k8s.Models;

namespace Toolbox.Manifests;

/// <summary>A preference for nodes that do not yet run a pod of the same kind; never a condition.</summary>
static class SpreadingAffinity
{
    /// <summary>Pods of Flink keep away from the JobManager (weight 50) and from TaskManagers (weight 100) of their cluster.</summary>
    public static V1Affinity OfCluster(string clusterName) => Of(
        (50, ObjectLabels.OfRole(clusterName, ObjectRole.JobManager)),
        (100, ObjectLabels.OfRole(clusterName, ObjectRole.TaskManager)));

    public static V1Affinity Of(params IReadOnlyList<(int Weight, Dictionary<string, string> Labels)> terms) => new()
    {
        PodAntiAffinity = new V1PodAntiAffinity
        {
            PreferredDuringSchedulingIgnoredDuringExecution = [.. terms.Select(term => new V1WeightedPodAffinityTerm
            {
                Weight = term.Weight,
                PodAffinityTerm = new V1PodAffinityTerm
                {
                    LabelSelector = new V1LabelSelector { MatchLabels = term.Labels },
                    TopologyKey = "kubernetes.io/hostname"
                }
            })]
        }
    };
}
