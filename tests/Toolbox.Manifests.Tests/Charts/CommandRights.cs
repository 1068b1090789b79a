using Toolbox.Core.Commands;

namespace Toolbox.Manifests.Tests.Charts;

/// <summary>
/// What each command becomes on the wire, as <c>KubernetesCommandExecutor</c> carries it out, for each process whose rules issue it. A server-side
/// apply is a patch and, where the object may be missing, a create. <see cref="CommandRightsTests"/> executes all of it.
/// </summary>
static class CommandRights
{
    const string Operator = ProcessRights.Operator;
    const string Supervisor = ProcessRights.Supervisor;

    public static IReadOnlyList<RightsUse> All { get; } =
    [
        Use<Command.Kubernetes.AddFinalizer>(Operator, "patch flinkdeployments.nextbreakpoint.com", "patch flinkclusters.nextbreakpoint.com"),
        Use<Command.Kubernetes.AddFinalizer>(Supervisor, "patch flinkclusters.nextbreakpoint.com", "patch flinkjobs.nextbreakpoint.com"),
        // Of a FlinkJob: when its cluster, and so its supervisor, is gone.
        Use<Command.Kubernetes.RemoveFinalizer>(
            Operator, "patch flinkdeployments.nextbreakpoint.com", "patch flinkclusters.nextbreakpoint.com", "patch flinkjobs.nextbreakpoint.com"),
        Use<Command.Kubernetes.RemoveFinalizer>(Supervisor, "patch flinkclusters.nextbreakpoint.com", "patch flinkjobs.nextbreakpoint.com"),
        Use<Command.Kubernetes.ResetRequestedAction>(Supervisor, "patch flinkclusters.nextbreakpoint.com", "patch flinkjobs.nextbreakpoint.com"),
        Use<Command.Kubernetes.ScaleTaskManagers>(Supervisor, "patch flinkclusters/scale.nextbreakpoint.com"),
        // After a creation that is refused because the object is there: whose is it?
        Use<Command.Kubernetes.CreateJobManagerService>(Supervisor, "create services", "get services"),
        Use<Command.Kubernetes.CreateJobManagerPod>(Supervisor, "create pods", "get pods"),
        Use<Command.Kubernetes.CreateTaskManagerPod>(Supervisor, "create pods", "get pods"),
        Use<Command.Kubernetes.CreateBootstrapJob>(Supervisor, "create jobs.batch", "get jobs.batch"),
        // Only the name is known: a look at whose it is comes first.
        Use<Command.Kubernetes.DeleteJobManagerService>(Supervisor, "get services", "delete services"),
        Use<Command.Kubernetes.DeleteBootstrapJob>(Supervisor, "get jobs.batch", "delete jobs.batch"),
        Use<Command.Kubernetes.DeletePod>(Supervisor, "delete pods"),
        Use<Command.Kubernetes.ApplyCluster>(
            Operator, "get flinkclusters.nextbreakpoint.com", "create flinkclusters.nextbreakpoint.com", "patch flinkclusters.nextbreakpoint.com"),
        Use<Command.Kubernetes.DeleteCluster>(Operator, "delete flinkclusters.nextbreakpoint.com"),
        Use<Command.Kubernetes.ApplyJob>(
            Operator, "get flinkjobs.nextbreakpoint.com", "create flinkjobs.nextbreakpoint.com", "patch flinkjobs.nextbreakpoint.com"),
        Use<Command.Kubernetes.DeleteJob>(Operator, "delete flinkjobs.nextbreakpoint.com"),
        // The Deployment of an older version is deleted first, and its pods must be gone.
        Use<Command.Kubernetes.ApplySupervisor>(
            Operator, "get deployments.apps", "create deployments.apps", "patch deployments.apps", "delete deployments.apps", "list pods"),
        Use<Command.Kubernetes.DeleteSupervisor>(Operator, "get deployments.apps", "delete deployments.apps"),
        // A fresh look for the owner comes first.
        Use<Command.Kubernetes.DeleteOrphan>(
            Operator, "list flinkclusters.nextbreakpoint.com", "list flinkjobs.nextbreakpoint.com",
            "delete pods", "delete services", "delete jobs.batch", "delete deployments.apps"),
    ];

    static RightsUse Use<TCommand>(string account, params string[] rights) where TCommand : Command.Kubernetes =>
        new(account, typeof(TCommand).Name, [.. rights.Select(Right.Parse)]);
}
