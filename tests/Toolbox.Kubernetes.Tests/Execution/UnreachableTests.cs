using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.Core;
using Toolbox.Core.Commands;
using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Kubernetes.Execution;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Kubernetes.Tests.Execution;

public sealed class UnreachableTests
{
    public static TheoryData<Command.Kubernetes> Commands =>
    [
        new Command.Kubernetes.AddFinalizer("f"),
        new Command.Kubernetes.RemoveFinalizer("present"),
        new Command.Kubernetes.ResetRequestedAction("STOP"),
        new Command.Kubernetes.ScaleTaskManagers("cluster-1", 1),
        new Command.Kubernetes.CreateJobManagerService("cluster-1"),
        new Command.Kubernetes.DeleteJobManagerService("cluster-1"),
        new Command.Kubernetes.CreateJobManagerPod("cluster-1", "p"),
        new Command.Kubernetes.CreateTaskManagerPod("cluster-1", "p"),
        new Command.Kubernetes.DeletePod("p", "u"),
        new Command.Kubernetes.CreateBootstrapJob("cluster-1", new Submission("a", 1, 1, "", "", DateTimeOffset.UnixEpoch)),
        new Command.Kubernetes.DeleteBootstrapJob("cluster-1"),
        new Command.Kubernetes.ApplyCluster("cluster-1", "d", new DeclaredNumber(1, IsEdited: true)),
        new Command.Kubernetes.DeleteCluster("cluster-1", "u"),
        new Command.Kubernetes.ApplyJob("cluster-1-job-1", "job-1", "d", new DeclaredNumber(1, IsEdited: true)),
        new Command.Kubernetes.DeleteJob("cluster-1-job-1", "u"),
        new Command.Kubernetes.ApplySupervisor("cluster-1", "d", 1),
        new Command.Kubernetes.DeleteSupervisor("cluster-1"),
        new Command.Kubernetes.DeleteOrphan(Toolbox.Core.Supervision.OwnedKind.Pod, "p", "u", "o"),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Server_that_does_not_answer_is_unreachable_for_every_command(Command.Kubernetes command)
    {
        using var client = Nowhere();
        Assert.IsType<Outcome.Unreachable>(await new KubernetesCommandExecutor(client).Execute(command, Context(), CancellationToken.None));
    }

    [Fact]
    public void Every_command_is_tried() =>
        Assert.Equal(typeof(Command.Kubernetes).GetNestedTypes().Length, Enumerable.Distinct(Enumerable.Select((IEnumerable<object[]>)Commands, row => row[0].GetType())).Count());

    [Fact]
    public async Task Server_that_does_not_answer_is_unreachable_for_a_status()
    {
        using var client = Nowhere();
        var patch = new JsonObject { ["attempt"] = 1 };
        Assert.IsType<Outcome.Unreachable>(await new KubernetesCommandExecutor(client).WriteStatus(Context(), patch, CancellationToken.None));
    }

    // A resource that is all three at once, so that every command finds the part of the spec that it needs.
    static ResourceContext Context()
    {
        var spec = $$"""{"cluster":{{Resources.ClusterSpec}},"jobs":[{"name":"job-1","spec":{{Resources.JobSpec}}}],{{Resources.JobSpec.Trim()[1..^1]}},{{Resources.ClusterSpec.Trim()[1..^1]}}}""";
        return new ResourceContext(
            new FlinkResource
            {
                Kind = "FlinkCluster",
                Metadata = new V1ObjectMeta { Name = "cluster-1", NamespaceProperty = "flink", Uid = "u", ResourceVersion = "1", Finalizers = ["present"] },
                Spec = JsonDocument.Parse(spec).RootElement,
            },
            "cluster-1");
    }

    static KubernetesApiClient Nowhere()
    {
        // A port that was free a moment ago and has no listener.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return KubernetesApiClient.Connect(new ApiConnection(new Uri($"http://127.0.0.1:{port}")));
    }
}
