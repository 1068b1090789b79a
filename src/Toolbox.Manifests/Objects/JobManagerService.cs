using k8s.Models;
using LanguageExt;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.Manifests;

/// <summary>
/// The Service of a JobManager. It publishes the pod also while it is not ready: TaskManagers find their JobManager through it, and
/// must do so while its REST API is busy.
/// </summary>
public static class JobManagerService
{
    public static Either<ManifestError, V1Service> Render(JobManagerServiceIdentity identity, FlinkClusterSpec spec) =>
        from _ in ClusterNameCheck.Check(identity.ClusterName)
        from jobManager in Required.Part(spec.JobManager, "spec.jobManager")
        select new V1Service
        {
            ApiVersion = V1Service.KubeApiVersion,
            Kind = V1Service.KubeKind,
            Metadata = new V1ObjectMeta
            {
                Name = ObjectNames.JobManagerService(identity.ClusterName),
                NamespaceProperty = identity.Namespace,
                Labels = ObjectLabels.OfRole(identity.ClusterName, ObjectRole.JobManager),
                Annotations = ObjectAnnotations.With(null, identity.OwnerUid, identity.SpecDigest)
            },
            Spec = new V1ServiceSpec
            {
                Type = jobManager.ServiceMode ?? JobManagerSpec.DefaultServiceMode,
                Selector = ObjectLabels.OfRole(identity.ClusterName, ObjectRole.JobManager),
                PublishNotReadyAddresses = true,
                Ports = [.. FlinkPorts.JobManager.Select(Port)]
            }
        };

    static V1ServicePort Port((string Name, int Number) port) =>
        new() { Name = port.Name, Port = port.Number, TargetPort = port.Name, Protocol = "TCP" };
}
