using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Supervision;

/// <summary>The named truths that the supervision rules read.</summary>
public sealed record SupervisionFacts
{
    public required bool IsDeleting { get; init; }
    public required bool HasOperatorFinalizer { get; init; }
    public required bool HasSupervisorFinalizer { get; init; }
    public required bool SpecIsValid { get; init; }
    public required Presence Supervisor { get; init; }
    public required bool SupervisorDiffers { get; init; }
    public required bool PodsRemain { get; init; }

    public static SupervisionFacts From(SupervisionSnapshot snapshot)
    {
        var spec = snapshot.Spec.Case as ClusterSpec;
        return new SupervisionFacts
        {
            IsDeleting = snapshot.Cluster.IsDeleting,
            HasOperatorFinalizer = snapshot.Cluster.HasFinalizer(Finalizers.Operator),
            HasSupervisorFinalizer = snapshot.Cluster.HasFinalizer(Finalizers.Supervisor),
            SpecIsValid = spec is not null,
            Supervisor = snapshot.Supervisor.Presence,
            SupervisorDiffers = spec is not null
                && (snapshot.Supervisor.Digest != spec.Digest.Supervisor || snapshot.Supervisor.Replicas != snapshot.Replicas),
            PodsRemain = snapshot.Pods > 0,
        };
    }
}
