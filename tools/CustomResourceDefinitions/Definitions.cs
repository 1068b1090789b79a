using Toolbox.Manifests.CustomResources;

namespace Toolbox.CustomResourceDefinitions;

/// <summary>The custom resource definitions of the toolbox.</summary>
public static class Definitions
{
    static readonly Definition Deployment = new(
        FlinkDeployment.KindName, FlinkDeployment.PluralName, "fd", typeof(FlinkDeploymentSpec), typeof(FlinkDeploymentStatus),
        [
            new("RESOURCE-STATUS", ".status.resourceStatus"),
            PrinterColumn.Age
        ],
        NameIsPartOfServiceName: true);

    static readonly Definition Cluster = new(
        FlinkCluster.KindName, FlinkCluster.PluralName, "fc", typeof(FlinkClusterSpec), typeof(FlinkClusterStatus),
        [
            new("RESOURCE-STATUS", ".status.resourceStatus"),
            new("SUPERVISOR-STATUS", ".status.supervisorStatus"),
            new("CLUSTER-HEALTH", ".status.clusterHealth"),
            new("TASK-MANAGERS", ".status.taskManagers", "integer"),
            new("REQUESTED-TASK-MANAGERS", ".spec.taskManagers", "integer"),
            new("TASK-MANAGERS-REPLICAS", ".status.taskManagerReplicas", "integer"),
            new("TOTAL-TASK-SLOTS", ".status.totalTaskSlots", "integer"),
            new("SERVICE-MODE", ".status.serviceMode"),
            PrinterColumn.Age
        ],
        ScaledField: "taskManagers", CountedField: "taskManagerReplicas", NameIsPartOfServiceName: true);

    static readonly Definition Job = new(
        FlinkJob.KindName, FlinkJob.PluralName, "fj", typeof(FlinkJobSpec), typeof(FlinkJobStatus),
        [
            new("RESOURCE-STATUS", ".status.resourceStatus"),
            new("SUPERVISOR-STATUS", ".status.supervisorStatus"),
            new("CLUSTER-NAME", ".status.clusterName"),
            new("CLUSTER-HEALTH", ".status.clusterHealth"),
            new("JOB-STATUS", ".status.jobStatus"),
            new("JOB-ID", ".status.jobId"),
            new("JOB-RESTART", ".status.restartPolicy"),
            new("JOB-PARALLELISM", ".status.jobParallelism", "integer"),
            new("REQUESTED-JOB-PARALLELISM", ".spec.jobParallelism", "integer"),
            new("SAVEPOINT-MODE", ".status.savepointMode"),
            new("SAVEPOINT-PATH", ".status.savepointPath"),
            new("SAVEPOINT-AGE", ".status.savepointTimestamp", "date"),
            PrinterColumn.Age
        ],
        ScaledField: "jobParallelism");

    public static readonly IReadOnlyList<Definition> All = [Deployment, Cluster, Job];
}
