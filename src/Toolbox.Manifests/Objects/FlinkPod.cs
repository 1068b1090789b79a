using k8s.Models;
using LanguageExt;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.Manifests;

/// <summary>What JobManager and TaskManager pods have in common.</summary>
static class FlinkPod
{
    public static Either<ManifestError, V1Pod> Render(FlinkPodIdentity identity, FlinkClusterSpec spec, FlinkPodRole role) =>
        from _ in ClusterNameCheck.Check(identity.ClusterName)
        from image in Required.Text(spec.Runtime?.Image, "spec.runtime.image")
        select new V1Pod
        {
            ApiVersion = V1Pod.KubeApiVersion,
            Kind = V1Pod.KubeKind,
            Metadata = new V1ObjectMeta
            {
                Name = identity.PodName,
                NamespaceProperty = identity.Namespace,
                Labels = ObjectLabels.OfRole(identity.ClusterName, role.Role),
                Annotations = ObjectAnnotations.With(role.Spec.Annotations, identity.OwnerUid, identity.SpecDigest)
            },
            Spec = PodSpec(identity, spec, role, image)
        };

    static V1PodSpec PodSpec(FlinkPodIdentity identity, FlinkClusterSpec cluster, FlinkPodRole role, string image) => new()
    {
        Containers = [Container(identity, cluster, role, image), .. role.Spec.SideContainers ?? []],
        InitContainers = role.Spec.InitContainers.NullIfEmpty(),
        Volumes = role.Spec.Volumes.NullIfEmpty(),
        ServiceAccountName = role.Spec.ServiceAccount ?? "default",
        ImagePullSecrets = PullSecrets.Of(cluster.Runtime?.PullSecrets),
        Affinity = role.Spec.Affinity ?? SpreadingAffinity.OfCluster(identity.ClusterName),
        Tolerations = role.Spec.Tolerations.NullIfEmpty(),
        TopologySpreadConstraints = role.Spec.TopologySpreadConstraints.NullIfEmpty(),
        RestartPolicy = "Always"
    };

    static V1Container Container(FlinkPodIdentity identity, FlinkClusterSpec cluster, FlinkPodRole role, string image) => new()
    {
        Name = role.Role.Label(),
        Image = image,
        ImagePullPolicy = cluster.Runtime?.PullPolicy ?? PullPolicies.IfNotPresent,
        Command = role.Spec.Command.NullIfEmpty(),
        Args = role.Spec.Args.NullIfEmpty() ?? [role.Role.Label()],
        Env =
        [
            .. PodEnvironment.NameAndNamespace(),
            new V1EnvVar { Name = "JOB_MANAGER_RPC_ADDRESS", Value = ObjectNames.JobManagerService(identity.ClusterName) },
            .. role.Environment,
            .. role.Spec.Environment ?? []
        ],
        EnvFrom = role.Spec.EnvironmentFrom.NullIfEmpty(),
        Ports = [.. role.Ports, .. role.Spec.ExtraPorts ?? []],
        VolumeMounts = role.Spec.VolumeMounts.NullIfEmpty(),
        Resources = role.Spec.Resources,
        SecurityContext = role.Spec.SecurityContext,
        StartupProbe = role.StartupProbe,
        LivenessProbe = role.LivenessProbe,
        ReadinessProbe = role.ReadinessProbe
    };
}
