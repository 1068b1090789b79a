using k8s.Models;
using LanguageExt;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.Manifests;

/// <summary>
/// The Deployment of a cluster's supervisor, rendered for server-side apply: only what we want to own.
/// <para>
/// The strategy is Recreate whatever the number of replicas. Two versions never act on one cluster at a time: the lease protects
/// against that among our own versions, but the predecessor locks another object, and its Deployment has the same name. The price is
/// small, Flink runs on while no supervisor does.
/// </para>
/// <para>
/// A Deployment of the predecessor has a container named <c>bootstrap</c>; server-side apply would leave it and add ours. The caller
/// deletes a Deployment that has such a container instead of applying onto it.
/// </para>
/// </summary>
public static class SupervisorDeployment
{
    /// <summary>Port of the supervisor with metrics, <c>/livez</c> and <c>/readyz</c>.</summary>
    public const int MonitorPort = 8080;

    public static Either<ManifestError, V1Deployment> Render(SupervisorDeploymentIdentity identity, FlinkClusterSpec spec) =>
        from _ in ClusterNameCheck.Check(identity.ClusterName)
        from supervisor in Required.Part(spec.Supervisor, "spec.supervisor")
        from image in Required.Text(supervisor.Image, "spec.supervisor.image")
        select new V1Deployment
        {
            ApiVersion = $"{V1Deployment.KubeGroup}/{V1Deployment.KubeApiVersion}",
            Kind = V1Deployment.KubeKind,
            Metadata = new V1ObjectMeta
            {
                Name = ObjectNames.SupervisorDeployment(identity.ClusterName),
                NamespaceProperty = identity.Namespace,
                Labels = Labels(identity),
                Annotations = new Dictionary<string, string>(ObjectAnnotations.With(null, identity.OwnerUid, identity.SpecDigest))
                {
                    [ObjectAnnotations.DeploymentDigest] = identity.SpecDigest
                }
            },
            Spec = new V1DeploymentSpec
            {
                Replicas = identity.DryRun ? 0 : identity.Replicas ?? supervisor.Replicas ?? 1,
                Selector = new V1LabelSelector { MatchLabels = Labels(identity) },
                Strategy = new V1DeploymentStrategy { Type = "Recreate" },
                ProgressDeadlineSeconds = 180,
                RevisionHistoryLimit = 3,
                Template = new V1PodTemplateSpec
                {
                    Metadata = new V1ObjectMeta
                    {
                        Name = ObjectNames.SupervisorDeployment(identity.ClusterName),
                        Labels = Labels(identity),
                        Annotations = ObjectAnnotations.With(null, identity.OwnerUid, identity.SpecDigest)
                    },
                    Spec = PodSpec(identity, supervisor, image)
                }
            }
        };

    static Dictionary<string, string> Labels(SupervisorDeploymentIdentity identity) =>
        ObjectLabels.OfRole(identity.ClusterName, ObjectRole.Supervisor);

    static V1PodSpec PodSpec(SupervisorDeploymentIdentity identity, SupervisorSpec supervisor, string image) => new()
    {
        Containers = [Container(identity, supervisor, image)],
        ServiceAccountName = supervisor.ServiceAccount ?? SupervisorSpec.DefaultServiceAccount,
        ImagePullSecrets = PullSecrets.Of(supervisor.PullSecrets),
        Affinity = SpreadingAffinity.Of((100, Labels(identity))),
        RestartPolicy = "Always"
    };

    static V1Container Container(SupervisorDeploymentIdentity identity, SupervisorSpec supervisor, string image) => new()
    {
        Name = ObjectRole.Supervisor.Label(),
        Image = image,
        ImagePullPolicy = supervisor.PullPolicy ?? PullPolicies.IfNotPresent,
        Args =
        [
            "supervisor",
            "run",
            $"--namespace={identity.Namespace}",
            $"--cluster-name={identity.ClusterName}",
            $"--polling-interval={supervisor.PollingInterval ?? SupervisorSpec.DefaultPollingInterval}",
            $"--task-timeout={supervisor.TaskTimeout ?? SupervisorSpec.DefaultTaskTimeout}",
            .. identity.DryRun ? ["--dry-run"] : Array.Empty<string>()
        ],
        Env = PodEnvironment.NameAndNamespace(),
        Ports = [new V1ContainerPort { Name = "monitor", ContainerPort = MonitorPort, Protocol = "TCP" }],
        Resources = supervisor.Resources ?? ToolboxResources.Default(),
        SecurityContext = SecureContainer.Complete(supervisor.SecurityContext),
        StartupProbe = Probe("/livez", period: 2, failures: 60),
        LivenessProbe = Probe("/livez", period: 10, failures: 6),
        ReadinessProbe = Probe("/readyz", period: 5, failures: 3),
        TerminationMessagePolicy = "FallbackToLogsOnError"
    };

    static V1Probe Probe(string path, int period, int failures) => new()
    {
        HttpGet = new V1HTTPGetAction { Path = path, Port = MonitorPort },
        PeriodSeconds = period,
        TimeoutSeconds = 5,
        FailureThreshold = failures
    };
}
