using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Supervision;

/// <summary>Everything that the operator looks at when it decides about a cluster's supervisor.</summary>
public sealed record SupervisionSnapshot(
    ResourceMetadata Cluster, Either<Seq<SpecError>, ClusterSpec> Spec, SupervisorObservation Supervisor, int Pods)
{
    /// <summary>A cluster that is to be taken down needs a supervisor, whatever its spec says.</summary>
    public int Replicas => Spec.Match(spec => Cluster.IsDeleting ? Math.Max(1, spec.SupervisorReplicas) : spec.SupervisorReplicas, _ => 1);
}
