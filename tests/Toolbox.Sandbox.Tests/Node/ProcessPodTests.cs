using System.Net;
using System.Net.Sockets;
using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Node.Processes;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class ProcessPodTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task A_pod_is_bound_gets_an_address_and_runs_with_its_variables()
    {
        await fixture.Run("greeter", "echo $POD_NAME $POD_IP $GREETING; cat $FLINKCTL_ROOT/greeting.txt; sleep 600", pod => pod.Spec.Containers[0].Env =
        [
            new V1EnvVar { Name = "POD_NAME", ValueFrom = new V1EnvVarSource { FieldRef = new V1ObjectFieldSelector { FieldPath = "metadata.name" } } },
            new V1EnvVar { Name = "POD_IP", ValueFrom = new V1EnvVarSource { FieldRef = new V1ObjectFieldSelector { FieldPath = "status.podIP" } } },
            new V1EnvVar { Name = "GREETING", Value = "hello $(POD_NAME)" },
        ]);
        var pod = await fixture.UntilRunning("greeter");
        Assert.Equal(("sandbox-node", "127.0.0.1"), (pod.Spec.NodeName, pod.Status.HostIP));
        Assert.StartsWith("127.90.", pod.Status.PodIP);
        Assert.Contains(pod.Status.Conditions, condition => condition is { Type: "Ready", Status: "True" });
        var log = await fixture.UntilLog("greeter", "image");
        Assert.Equal($"greeter {pod.Status.PodIP} hello greeter\nhello from the image\n", log);
        var events = await fixture.UntilEvent("greeter", "Started");
        Assert.Equal(["Scheduled", "Pulled", "Created", "Started"], events.OrderBy(item => item.Metadata.Name, StringComparer.Ordinal).Select(item => item.Reason));
        Assert.All(events, item => Assert.Equal("sandbox-node", item.ReportingComponent));
    }

    [Fact]
    public async Task A_failing_container_is_restarted_with_a_growing_delay_and_tells_why_it_ended()
    {
        await fixture.Run("crasher", "echo broken; exit 7", pod => pod.Spec.Containers[0].TerminationMessagePolicy = "FallbackToLogsOnError");
        var pod = await fixture.Until(
            "crasher", pod => WorldFixture.ContainerOf(pod) is { RestartCount: >= 2, State.Waiting.Reason: "CrashLoopBackOff" }, "in CrashLoopBackOff after two restarts");
        Assert.Equal((7, "Error", "broken\n"), (WorldFixture.ContainerOf(pod)!.LastState.Terminated.ExitCode, WorldFixture.ContainerOf(pod)!.LastState.Terminated.Reason, WorldFixture.ContainerOf(pod)!.LastState.Terminated.Message));
        Assert.Equal("Running", pod.Status.Phase);
        var events = await Eventually.Is(() => fixture.Events("crasher"), events => events.Any(item => item is { Reason: "BackOff", Count: > 1 }), "the BackOff event is counted");
        Assert.Single(events, item => item.Reason == "BackOff");
    }

    [Theory]
    [InlineData("Never", "exit 0", "Succeeded", 0)]
    [InlineData("Never", "exit 3", "Failed", 3)]
    [InlineData("OnFailure", "exit 0", "Succeeded", 0)]
    public async Task A_pod_that_ends_for_good_has_a_final_phase(string policy, string script, string phase, int code)
    {
        var name = $"ends-{policy}-{code}".ToLowerInvariant();
        await fixture.Run(name, script, pod => pod.Spec.RestartPolicy = policy);
        var pod = await fixture.Until(name, pod => pod.Status.Phase == phase, phase);
        Assert.Equal((code, 0), (WorldFixture.ContainerOf(pod)!.State.Terminated.ExitCode, WorldFixture.ContainerOf(pod)!.RestartCount));
        Assert.Contains(pod.Status.Conditions, condition => condition is { Type: "Ready", Status: "False" });
    }

    [Fact]
    public async Task A_deleted_pod_may_end_by_itself_and_then_it_is_gone_with_all_it_had()
    {
        var created = await fixture.Run("leaver", "trap 'exit 0' TERM; sleep 600 & echo $!; while :; do sleep 0.05; done");
        await fixture.UntilRunning("leaver");
        var descendant = int.Parse((await fixture.UntilLog("leaver", "\n")).Trim());
        var deletion = await fixture.Client.Delete(ResourceTypes.Pods, fixture.World.Namespace, "leaver", new DeleteOptions { GracePeriodSeconds = 5 });
        Assert.True(deletion.IsOk(out _), deletion.Describe());
        await fixture.UntilEvent("leaver", "Killing");
        await fixture.UntilGone("leaver");
        await Eventually.Holds(() => ProcessStat.Read(descendant) is null or { State: 'Z' }, "no process is left");
        await Eventually.Holds(() => !Directory.EnumerateDirectories(Path.GetTempPath(), "flinkctl-sandbox-*").Any(data => Directory.Exists(Path.Combine(data, "node", "pods", created.Metadata.Uid))), "the folder is removed");
    }

    [Fact]
    public async Task A_pod_that_ignores_its_end_is_killed_after_the_grace_period()
    {
        await fixture.Run("stubborn", "trap '' TERM; echo $$$$; while :; do sleep 0.1; done");
        var process = int.Parse((await fixture.UntilLog("stubborn", "\n")).Trim());
        await fixture.Client.Delete(ResourceTypes.Pods, fixture.World.Namespace, "stubborn", new DeleteOptions { GracePeriodSeconds = 1 });
        await fixture.UntilGone("stubborn");
        Assert.True(ProcessStat.Read(process) is null or { State: 'Z' });
    }

    [Fact]
    public async Task A_missing_config_map_holds_a_container_up_until_it_is_there()
    {
        await fixture.Run("patient", "echo level=$LEVEL; sleep 600", pod => pod.Spec.Containers[0].Env =
        [
            new V1EnvVar { Name = "LEVEL", ValueFrom = new V1EnvVarSource { ConfigMapKeyRef = new V1ConfigMapKeySelector { Name = "late", Key = "level" } } },
        ]);
        var pod = await fixture.Until("patient", pod => WorldFixture.ContainerOf(pod)?.State?.Waiting?.Reason == "CreateContainerConfigError", "waits for its config map");
        Assert.Equal(("Pending", "configmap \"late\" not found"), (pod.Status.Phase, WorldFixture.ContainerOf(pod)!.State.Waiting.Message));
        await fixture.Client.Create(ResourceTypes.ConfigMaps, fixture.World.Namespace, new V1ConfigMap
        {
            Metadata = new V1ObjectMeta { Name = "late" }, Data = new Dictionary<string, string> { ["level"] = "debug" },
        });
        await fixture.UntilRunning("patient");
        await fixture.UntilLog("patient", "level=debug");
    }

    [Fact]
    public async Task A_missing_volume_holds_the_pod_up_until_it_is_there()
    {
        await fixture.Run("mounter", "cat $FLINKCTL_ROOT/settings/key; sleep 600", pod =>
        {
            pod.Spec.Volumes = [new V1Volume { Name = "v", Secret = new V1SecretVolumeSource { SecretName = "later" } }];
            pod.Spec.Containers[0].VolumeMounts = [new V1VolumeMount { Name = "v", MountPath = "/settings" }];
        });
        var events = await fixture.UntilEvent("mounter", "FailedMount");
        Assert.Contains(events, item => item.Message == "MountVolume.SetUp failed for volume \"v\" : secret \"later\" not found");
        await fixture.Client.Create(ResourceTypes.Secrets, fixture.World.Namespace, new V1Secret
        {
            Metadata = new V1ObjectMeta { Name = "later" }, StringData = new Dictionary<string, string> { ["key"] = "secret word\n" },
        });
        await fixture.UntilLog("mounter", "secret word");
    }

    [Theory]
    [InlineData("nobody/knows:1", "--image nobody/knows:1=FOLDER")]
    [InlineData("gone:1", "does not exist")]
    public async Task An_image_that_is_not_there_is_told_as_a_failed_pull(string image, string hint)
    {
        var name = "pull-" + image.Split('/', ':')[0];
        await fixture.Run(name, "exit 0", pod => pod.Spec.Containers[0].Image = image);
        var pod = await fixture.Until(name, pod => WorldFixture.ContainerOf(pod)?.State?.Waiting?.Reason is "ErrImagePull" or "ImagePullBackOff", "cannot be pulled");
        Assert.Contains(hint, WorldFixture.ContainerOf(pod)!.State.Waiting.Message);
        await fixture.Until(name, pod => WorldFixture.ContainerOf(pod)?.State?.Waiting?.Reason == "ImagePullBackOff", "backs off");
    }

    [Fact]
    public async Task Init_containers_run_first_and_unknown_ones_are_passed_over_with_a_warning()
    {
        await fixture.Run("prepared", "cat $FLINKCTL_ROOT/work/file; sleep 600", pod =>
        {
            pod.Spec.Volumes = [new V1Volume { Name = "work", EmptyDir = new V1EmptyDirVolumeSource() }];
            pod.Spec.Containers[0].VolumeMounts = [new V1VolumeMount { Name = "work", MountPath = "/work" }];
            pod.Spec.InitContainers =
            [
                new V1Container { Name = "stranger", Image = "busybox:1", Command = ["sh", "-c", "exit 1"] },
                new V1Container { Name = "writer", Image = "shell:1", Args = ["echo prepared > $FLINKCTL_ROOT/work/file"], VolumeMounts = pod.Spec.Containers[0].VolumeMounts },
            ];
        });
        await fixture.UntilLog("prepared", "prepared");
        var pod = await fixture.UntilRunning("prepared");
        Assert.All(pod.Status.InitContainerStatuses, status => Assert.Equal(0, status.State.Terminated.ExitCode));
        Assert.Contains(await fixture.Events("prepared"), item => item is { Type: "Warning", Reason: "UnknownImage" });
    }

    [Fact]
    public async Task A_container_that_fails_its_liveness_probe_is_restarted()
    {
        await fixture.Run("hung", "sleep 600", pod => pod.Spec.Containers[0].LivenessProbe = new V1Probe
        {
            TcpSocket = new V1TCPSocketAction { Port = "9" }, InitialDelaySeconds = 0, PeriodSeconds = 1, FailureThreshold = 1,
        });
        var pod = await fixture.Until("hung", pod => WorldFixture.ContainerOf(pod)?.RestartCount >= 1, "restarted");
        Assert.Equal(143, WorldFixture.ContainerOf(pod)!.LastState.Terminated.ExitCode);
        await fixture.UntilEvent("hung", "Unhealthy");
    }

    [Fact]
    public async Task A_container_is_ready_as_soon_as_its_readiness_probe_succeeds()
    {
        // Bound but not listening: connections are refused.
        using var door = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        door.Bind(new IPEndPoint(IPAddress.Any, 0));
        var port = ((IPEndPoint)door.LocalEndPoint!).Port;
        await fixture.Run("opener", "sleep 600", pod => pod.Spec.Containers[0].ReadinessProbe = new V1Probe
        {
            TcpSocket = new V1TCPSocketAction { Port = $"{port}" }, PeriodSeconds = 60,
        });
        var pod = await fixture.UntilRunning("opener");
        Assert.Contains(pod.Status.Conditions, condition => condition is { Type: "Ready", Status: "False", Reason: "ContainersNotReady" });
        door.Listen();
        await fixture.Until("opener", pod => pod.Status.Conditions.Any(condition => condition is { Type: "Ready", Status: "True" }), "ready");
        Assert.DoesNotContain(await fixture.Events("opener"), item => item.Reason == "Unhealthy");
    }

    [Fact]
    public async Task A_killed_container_is_restarted_and_its_former_log_can_still_be_read()
    {
        await fixture.Run("victim", "echo run; sleep 600");
        await fixture.UntilLog("victim", "run");
        Assert.Equal(404, await fixture.Fault($"containers/{fixture.World.Namespace}/nobody/main/kill"));
        Assert.Equal(204, await fixture.Fault($"containers/{fixture.World.Namespace}/victim/main/kill"));
        var pod = await fixture.Until("victim", pod => WorldFixture.ContainerOf(pod) is { RestartCount: 1, State.Running: not null }, "restarted");
        Assert.Equal(137, WorldFixture.ContainerOf(pod)!.LastState.Terminated.ExitCode);
        Assert.Equal("run\n", await fixture.Log("victim", query: "?previous=true"));
    }

    [Fact]
    public async Task Flinkctl_runs_with_the_container_s_arguments()
    {
        await fixture.Run("starter", "", pod =>
        {
            pod.Spec.RestartPolicy = "Never";
            pod.Spec.Containers[0].Image = "nextbreakpoint/flinkctl:2";
            pod.Spec.Containers[0].Args = ["supervisor", "run", "--cluster-name=$(HOSTNAME)"];
        });
        await fixture.Until("starter", pod => pod.Status.Phase == "Succeeded", "succeeded");
        Assert.Equal("flinkctl supervisor run --cluster-name=starter\n", await fixture.Log("starter"));
    }
}
