using k8s.Models;
using LanguageExt;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.Manifests;

/// <summary>
/// The batch Job that uploads a JAR and starts the Flink job. It stays after its end until the supervisor deletes it: a Job that
/// vanishes by itself looks like one that never ran. A retry submits the same job id, which Flink accepts once only.
/// </summary>
public static class BootstrapJob
{
    public static Either<ManifestError, V1Job> Render(BootstrapJobIdentity identity, FlinkJobSpec spec) =>
        from _ in ClusterNameCheck.Check(identity.ClusterName)
        from bootstrap in Required.Part(spec.Bootstrap, "spec.bootstrap")
        from image in Required.Text(bootstrap.Image, "spec.bootstrap.image")
        from jarPath in Required.Text(bootstrap.JarPath, "spec.bootstrap.jarPath")
        from className in Required.Text(bootstrap.ClassName, "spec.bootstrap.className")
        select new V1Job
        {
            ApiVersion = $"{V1Job.KubeGroup}/{V1Job.KubeApiVersion}",
            Kind = V1Job.KubeKind,
            Metadata = Metadata(identity, identity.Namespace),
            Spec = new V1JobSpec
            {
                Completions = identity.DryRun ? 0 : 1,
                Parallelism = 1,
                BackoffLimit = 3,
                Template = new V1PodTemplateSpec
                {
                    Metadata = Metadata(identity, @namespace: null),
                    Spec = PodSpec(bootstrap, image, Arguments(identity, bootstrap, jarPath, className))
                }
            }
        };

    static V1ObjectMeta Metadata(BootstrapJobIdentity identity, string? @namespace) => new()
    {
        Name = ObjectNames.BootstrapJob(identity.ClusterName, identity.JobName),
        NamespaceProperty = @namespace,
        Labels = ObjectLabels.OfBootstrap(identity.ClusterName, identity.JobName),
        Annotations = new Dictionary<string, string>(ObjectAnnotations.With(null, identity.OwnerUid, identity.SpecDigest))
        {
            [ObjectAnnotations.JobId] = identity.JobId
        }
    };

    static V1PodSpec PodSpec(BootstrapSpec bootstrap, string image, IList<string> arguments) => new()
    {
        Containers =
        [
            new V1Container
            {
                Name = ObjectRole.Bootstrap.Label(),
                Image = image,
                ImagePullPolicy = bootstrap.PullPolicy ?? PullPolicies.IfNotPresent,
                Args = arguments,
                Env = PodEnvironment.NameAndNamespace(),
                Resources = bootstrap.Resources ?? ToolboxResources.Default(),
                SecurityContext = SecureContainer.Complete(bootstrap.SecurityContext),
                TerminationMessagePolicy = "FallbackToLogsOnError"
            }
        ],
        ServiceAccountName = bootstrap.ServiceAccount ?? BootstrapSpec.DefaultServiceAccount,
        ImagePullSecrets = PullSecrets.Of(bootstrap.PullSecrets),
        RestartPolicy = "OnFailure"
    };

    static List<string> Arguments(BootstrapJobIdentity identity, BootstrapSpec bootstrap, string jarPath, string className) =>
    [
        "bootstrap",
        "run",
        $"--namespace={identity.Namespace}",
        $"--cluster-name={identity.ClusterName}",
        $"--job-name={identity.JobName}",
        $"--job-id={identity.JobId}",
        $"--jar-path={jarPath}",
        $"--class-name={className}",
        $"--parallelism={identity.Parallelism}",
        .. identity.DryRun ? ["--dry-run"] : Array.Empty<string>(),
        .. identity.SavepointPath is "" ? Array.Empty<string>() : [$"--savepoint-path={identity.SavepointPath}"],
        .. identity.AllowNonRestoredState ? ["--allow-non-restored-state"] : Array.Empty<string>(),
        .. (bootstrap.Arguments ?? []).Select(argument => $"--argument={argument}")
    ];
}
