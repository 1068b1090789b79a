using k8s.Models;
using LanguageExt;
using Toolbox.Core;
using Toolbox.Core.Digests;
using Toolbox.Core.Job;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.Kubernetes.Execution;

/// <summary>The Service, the pods and the bootstrap Job that run Flink: rendered from the resource's spec and created.</summary>
sealed class FlinkObjects(OwnedObjects objects)
{
    public Task<Outcome> CreateService(ResourceContext context, CancellationToken cancellation)
    {
        var digest = SpecDigest.OfCluster(context.Resource.Spec).JobManager;
        var identity = new JobManagerServiceIdentity(context.Namespace, context.ClusterName, context.Resource.Uid, digest);
        var rendered = ClusterSpec(context).Bind(spec => JobManagerService.Render(identity, spec));
        return objects.Create(ResourceTypes.Services, context, rendered, HasSameType, cancellation);
    }

    public Task<Outcome> DeleteService(ResourceContext context, CancellationToken cancellation) =>
        objects.DeleteByName(ResourceTypes.Services, context, ObjectNames.JobManagerService(context.ClusterName), cancellation);

    public Task<Outcome> CreateJobManager(ResourceContext context, string pod, CancellationToken cancellation)
    {
        var digest = SpecDigest.OfCluster(context.Resource.Spec);
        var rendered = ClusterSpec(context).Bind(spec => JobManagerPod.Render(Pod(context, pod, $"{digest.Runtime} {digest.JobManager}"), spec));
        return objects.Create(ResourceTypes.Pods, context, rendered, IsAnyPod, cancellation);
    }

    public Task<Outcome> CreateTaskManager(ResourceContext context, string pod, CancellationToken cancellation)
    {
        var digest = SpecDigest.OfCluster(context.Resource.Spec);
        var rendered = ClusterSpec(context).Bind(spec => TaskManagerPod.Render(Pod(context, pod, $"{digest.Runtime} {digest.TaskManager}"), spec));
        return objects.Create(ResourceTypes.Pods, context, rendered, IsAnyPod, cancellation);
    }

    public Task<Outcome> CreateBootstrap(ResourceContext context, Submission submission, CancellationToken cancellation)
    {
        var identity = new BootstrapJobIdentity(
            context.Namespace, context.ClusterName, context.JobName, context.Resource.Uid, SpecDigest.OfJob(context.Resource.Spec).Bootstrap,
            submission.JobId, submission.Parallelism, submission.RestorePoint);
        var rendered = FlinkJobSpec.Read(context.Resource.Spec).Bind(spec => BootstrapJob.Render(identity, spec));
        return objects.Create(ResourceTypes.Jobs, context, rendered, SubmitsSameJob, cancellation);
    }

    public Task<Outcome> DeleteBootstrap(ResourceContext context, CancellationToken cancellation) =>
        objects.DeleteByName(ResourceTypes.Jobs, context, ObjectNames.BootstrapJob(context.ClusterName, context.JobName), cancellation);

    static Either<ManifestError, FlinkClusterSpec> ClusterSpec(ResourceContext context) => FlinkClusterSpec.Read(context.Resource.Spec);

    static FlinkPodIdentity Pod(ResourceContext context, string pod, string digest) =>
        new(context.Namespace, context.ClusterName, context.Resource.Uid, pod, digest);

    static bool HasSameType(V1Service existing, V1Service wanted) => existing.Spec?.Type == wanted.Spec.Type;

    // The attempt is part of the name: whatever is there was created by this very command.
    static bool IsAnyPod(V1Pod existing, V1Pod wanted) => true;

    static bool SubmitsSameJob(V1Job existing, V1Job wanted) =>
        Ownership.Annotation(existing, ObjectAnnotations.JobId) == Ownership.Annotation(wanted, ObjectAnnotations.JobId);
}
