using LanguageExt;
using Toolbox.Core.Resources;
using Toolbox.Core.Supervision;
using Toolbox.Kubernetes.Observations;
using Toolbox.Kubernetes.Resources;
using Toolbox.Manifests;
using Toolbox.Operator.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Operator.Live;

/// <summary>A cluster's supervisor as the operator sees it.</summary>
public static class LiveSupervision
{
    public static SupervisionSnapshot Observe(LiveNamespace live, FlinkResource cluster)
    {
        var name = ObjectNames.SupervisorDeployment(cluster.Name);
        var supervisor = Optional(live.Supervisors.FirstOrDefault(item => item.Metadata.Name == name && item.HasRole(ObjectRole.Supervisor)))
            .Match(SupervisorReading.Observe, () => SupervisorObservation.Absent);
        return new SupervisionSnapshot(cluster.ReadMetadata(), cluster.ClusterSpec(), supervisor, Pods(live, cluster.Name).Count);
    }

    public static Seq<PodObservation> Pods(LiveNamespace live, string cluster) =>
        live.Pods.Where(pod => pod.HasRole(ObjectRole.Supervisor) && pod.ClusterLabel() == ObjectNames.LabelValue(cluster))
            .OrderBy(pod => pod.Metadata.Name, StringComparer.Ordinal).Select(PodReading.Observe).ToSeq().Strict();
}
