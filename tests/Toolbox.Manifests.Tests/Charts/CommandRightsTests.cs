using System.Text.Json.Nodes;
using Toolbox.Core.Commands;
using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Core.Supervision;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Manifests.Tests.Charts;

/// <summary>The table of commands against what they ask a server for, with and without the objects that they are about.</summary>
public class CommandRightsTests
{
    const string Operator = ProcessRights.Operator;
    const string Supervisor = ProcessRights.Supervisor;

    static readonly ResourceType<FlinkResource> Deployments = FlinkResourceTypes.Deployments, Clusters = FlinkResourceTypes.Clusters, Jobs = FlinkResourceTypes.Jobs;

    // An apply that creates is a patch in what is asked for, and the server wants the right to create besides.
    static readonly Right CreatedByApply = new("create", "deployments.apps");

    [Fact]
    public async Task A_command_asks_for_exactly_what_its_rows_say()
    {
        await using var world = await RecordedCommands.Start();
        await Children(world);
        await Finalizers(world);
        await Flink(world);
        await Supervisors(world);
        await Ends(world);
        var asked = await world.Stop();

        Assert.All(CommandRights.All, use => Assert.Equal(
            use.Rights.Where(right => right != CreatedByApply).Select(right => right.ToString()).Order(),
            asked[RecordedCommands.User(use.Account, use.Cause)].Select(right => right.ToString()).Order()));
    }

    static async Task Children(RecordedCommands world)
    {
        var number = new DeclaredNumber(1, IsEdited: true);
        for (var time = 0; time < 2; time++)
        {
            await world.Execute(Operator, new Command.Kubernetes.ApplyCluster("cluster-1", "digest", number), Deployments);
            await world.Execute(Operator, new Command.Kubernetes.ApplyJob("cluster-1-job-1", "job-1", "digest", number), Deployments);
        }
        await world.Execute(Supervisor, new Command.Kubernetes.ScaleTaskManagers("cluster-1", 2), Clusters);
        foreach (var type in new[] { Clusters, Jobs })
            await world.Execute(Supervisor, new Command.Kubernetes.ResetRequestedAction("STOP"), type);
    }

    static async Task Finalizers(RecordedCommands world)
    {
        var (ours, theirs) = (Core.Resources.Finalizers.Operator, Core.Resources.Finalizers.Supervisor);
        foreach (var type in new[] { Deployments, Clusters })
        {
            await world.Execute(Operator, new Command.Kubernetes.AddFinalizer(ours), type);
            await world.Execute(Operator, new Command.Kubernetes.RemoveFinalizer(ours), type);
        }
        foreach (var type in new[] { Clusters, Jobs })
        {
            await world.Execute(Supervisor, new Command.Kubernetes.AddFinalizer(theirs), type);
            await world.Execute(Supervisor, new Command.Kubernetes.RemoveFinalizer(theirs), type);
        }
        await world.Execute(Supervisor, new Command.Kubernetes.AddFinalizer(theirs), Jobs);
        await world.Execute(Operator, new Command.Kubernetes.RemoveFinalizer(theirs), Jobs);
    }

    static async Task Flink(RecordedCommands world)
    {
        var submission = new Submission("00000000000000000000000000000abc", 1, 1, "", "", DateTimeOffset.UnixEpoch);
        for (var time = 0; time < 2; time++)
        {
            await world.Execute(Supervisor, new Command.Kubernetes.CreateJobManagerService("cluster-1"), Clusters);
            await world.Execute(Supervisor, new Command.Kubernetes.CreateJobManagerPod("cluster-1", "jobmanager-cluster-1-a"), Clusters);
            await world.Execute(Supervisor, new Command.Kubernetes.CreateTaskManagerPod("cluster-1", "taskmanager-cluster-1-a"), Clusters);
            await world.Execute(Supervisor, new Command.Kubernetes.CreateBootstrapJob("cluster-1-job-1", submission), Jobs);
        }
        await world.Execute(Supervisor, new Command.Kubernetes.DeletePod("taskmanager-cluster-1-a", "uid"), Clusters);
        await world.Execute(Supervisor, new Command.Kubernetes.DeleteBootstrapJob("cluster-1-job-1"), Jobs);
        await world.Execute(Supervisor, new Command.Kubernetes.DeleteJobManagerService("cluster-1"), Clusters);
    }

    /// <summary>The first toolbox's is there and is replaced.</summary>
    static async Task Supervisors(RecordedCommands world)
    {
        var labels = new JsonObject(ObjectLabels.OfRole("cluster-1", ObjectRole.Supervisor).Select(label => KeyValuePair.Create(label.Key, (JsonNode?)label.Value)));
        await world.Store(ResourceTypes.Json("apps", "v1", "deployments", "Deployment"), new JsonObject
        {
            ["apiVersion"] = "apps/v1",
            ["kind"] = "Deployment",
            ["metadata"] = new JsonObject { ["name"] = "supervisor-cluster-1", ["labels"] = labels },
            ["spec"] = new JsonObject
            {
                ["selector"] = new JsonObject { ["matchLabels"] = labels.DeepClone() },
                ["template"] = new JsonObject
                {
                    ["metadata"] = new JsonObject { ["labels"] = labels.DeepClone() },
                    ["spec"] = new JsonObject { ["containers"] = new JsonArray(new JsonObject { ["name"] = "bootstrap", ["image"] = "flinkctl:1" }) },
                },
            },
        });
        for (var time = 0; time < 2; time++)
            await world.Execute(Operator, new Command.Kubernetes.ApplySupervisor("cluster-1", "digest", 1), Clusters);
        await world.Execute(Operator, new Command.Kubernetes.DeleteSupervisor("cluster-1"), Clusters);
    }

    static async Task Ends(RecordedCommands world)
    {
        foreach (var kind in Enum.GetValues<OwnedKind>())
            await world.Execute(Operator, new Command.Kubernetes.DeleteOrphan(kind, "orphan", "uid", "owner"), Deployments);
        await world.Execute(Operator, new Command.Kubernetes.DeleteJob("cluster-1-job-1", "uid"), Deployments);
        await world.Execute(Operator, new Command.Kubernetes.DeleteCluster("cluster-1", "uid"), Deployments);
    }
}
