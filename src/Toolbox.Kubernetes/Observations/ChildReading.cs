using System.Globalization;
using LanguageExt;
using Toolbox.Core.Deployment;
using Toolbox.Core.Digests;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Resources;
using Toolbox.Kubernetes.Statuses;
using Toolbox.Manifests;
using Toolbox.Manifests.CustomResources;
using static LanguageExt.Prelude;

namespace Toolbox.Kubernetes.Observations;

/// <summary>Reads what a FlinkDeployment needs to know of its FlinkCluster and FlinkJobs.</summary>
public static class ChildReading
{
    public static ChildObservation ObserveCluster(FlinkResource cluster) => Observe(cluster, "taskManagers");

    public static ChildObservation ObserveJob(FlinkResource job) => Observe(job, "jobParallelism");

    static ChildObservation Observe(FlinkResource child, string numberField)
    {
        var conditions = SharedStatusReading.Conditions(child.Status).Filter(condition => condition.Status);
        return new ChildObservation(
            child.Name, child.Uid, child.Metadata.DeletionTimestamp is not null, SpecDigest.Whole(child.Spec, numberField), OwnerUid(child),
            AppliedNumber(child),
            child.Status.Choice<ResourceStatus>("resourceStatus").IfNone(ResourceStatus.Unknown),
            conditions.Exists(condition => condition.Type == "Ready" && condition.ObservedGeneration == child.Metadata.Generation),
            conditions.Find(condition => condition.Type == "Stalled").Map(condition => condition.Message).IfNone(""));
    }

    static Option<int> AppliedNumber(FlinkResource child) =>
        int.TryParse(child.Annotation(ObjectAnnotations.AppliedNumber), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : None;

    static string OwnerUid(FlinkResource child) =>
        (child.Metadata.OwnerReferences ?? [])
            .FirstOrDefault(owner => owner.Kind == FlinkDeployment.KindName && owner.ApiVersion == ResourceDefinition.ApiVersion)?.Uid ?? "";
}
