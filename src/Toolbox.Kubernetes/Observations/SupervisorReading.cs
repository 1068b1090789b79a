using k8s.Models;
using Toolbox.Core.Resources;
using Toolbox.Core.Supervision;
using Toolbox.Kubernetes.Execution;
using Toolbox.Manifests;

namespace Toolbox.Kubernetes.Observations;

/// <summary>Reads what a decision needs of a supervisor's Deployment.</summary>
public static class SupervisorReading
{
    /// <summary>A Deployment of the first toolbox has no digest here: whatever its spec, it is to be replaced.</summary>
    public static SupervisorObservation Observe(V1Deployment deployment) => new(
        deployment.Metadata.DeletionTimestamp is null ? Presence.Present : Presence.Terminating,
        Predecessor.Made(deployment.Spec?.Template?.Spec) ? "" : Ownership.Annotation(deployment, ObjectAnnotations.DeploymentDigest),
        deployment.Spec?.Replicas ?? 1,
        deployment.Status?.AvailableReplicas ?? 0);
}
