using k8s.Models;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Observations;

namespace Toolbox.Kubernetes.Tests.Observations;

public sealed class PodReadingTests
{
    [Fact]
    public void Running_pod_is_observed()
    {
        var pod = Pod("Running", Container("sidecar", restarts: 7), Container("jobmanager", restarts: 2));
        pod.Status.PodIP = "10.0.0.7";
        pod.Status.Conditions = [new V1PodCondition { Type = "Ready", Status = "True" }];
        Assert.Equal(
            new PodObservation("jobmanager-cluster-1-abcde", "uid-1", PodPhase.Running, true, false, 2, "10.0.0.7", ""), PodReading.Observe(pod));
    }

    [Fact]
    public void Pod_without_status_is_unknown_and_in_no_trouble() =>
        Assert.Equal(
            new PodObservation("p", "", PodPhase.Unknown, false, false, 0, "", ""),
            PodReading.Observe(new V1Pod { Metadata = new V1ObjectMeta { Name = "p" } }));

    [Fact]
    public void Pod_that_is_deleted_is_told()
    {
        var pod = Pod("Running");
        pod.Metadata.DeletionTimestamp = DateTime.UnixEpoch;
        Assert.True(PodReading.Observe(pod).IsDeleting);
    }

    [Theory]
    [InlineData("Succeeded", PodPhase.Succeeded)]
    [InlineData("Failed", PodPhase.Failed)]
    [InlineData("Pending", PodPhase.Pending)]
    [InlineData("Confused", PodPhase.Unknown)]
    public void Phase_is_read(string text, PodPhase phase) => Assert.Equal(phase, PodReading.Observe(Pod(text)).Phase);

    [Fact]
    public void Waiting_container_is_trouble()
    {
        var container = Container("jobmanager");
        container.State = new V1ContainerState { Waiting = new V1ContainerStateWaiting { Reason = "ImagePullBackOff", Message = "Back-off\n  pulling" } };
        Assert.Equal("ImagePullBackOff: Back-off pulling", PodReading.Observe(Pod("Pending", container)).Trouble);
    }

    [Fact]
    public void Container_that_is_being_created_is_no_trouble()
    {
        var container = Container("jobmanager");
        container.State = new V1ContainerState { Waiting = new V1ContainerStateWaiting { Reason = "ContainerCreating" } };
        Assert.Equal("", PodReading.Observe(Pod("Pending", container)).Trouble);
    }

    [Fact]
    public void Failed_container_is_trouble_with_its_last_words()
    {
        var container = Container("jobmanager");
        container.State = new V1ContainerState { Terminated = new V1ContainerStateTerminated { ExitCode = 1, Reason = "Error", Message = "no such class" } };
        Assert.Equal("Error (exit code 1): no such class", PodReading.Observe(Pod("Failed", container)).Trouble);
    }

    [Fact]
    public void Completed_container_is_no_trouble()
    {
        var container = Container("jobmanager");
        container.State = new V1ContainerState { Terminated = new V1ContainerStateTerminated { ExitCode = 0, Reason = "Completed" } };
        Assert.Equal("", PodReading.Observe(Pod("Succeeded", container)).Trouble);
    }

    [Fact]
    public void Pod_without_a_node_is_trouble()
    {
        var pod = Pod("Pending");
        pod.Status.Conditions = [new V1PodCondition { Type = "PodScheduled", Status = "False", Reason = "Unschedulable", Message = "0/1 nodes" }];
        Assert.Equal("Unschedulable: 0/1 nodes", PodReading.Observe(pod).Trouble);
    }

    [Fact]
    public void Evicted_pod_is_trouble()
    {
        var pod = Pod("Failed");
        (pod.Status.Reason, pod.Status.Message) = ("Evicted", "low on memory");
        Assert.Equal("Evicted: low on memory", PodReading.Observe(pod).Trouble);
    }

    [Fact]
    public void Long_text_keeps_its_end()
    {
        var container = Container("jobmanager");
        container.State = new V1ContainerState { Terminated = new V1ContainerStateTerminated { ExitCode = 1, Message = new string('x', 5000) + " the end" } };
        var trouble = PodReading.Observe(Pod("Failed", container)).Trouble;
        Assert.Equal((400, true), (trouble.Length, trouble.EndsWith("the end", StringComparison.Ordinal)));
    }

    internal static V1Pod Pod(string phase, params V1ContainerStatus[] containers) => new()
    {
        Metadata = new V1ObjectMeta { Name = "jobmanager-cluster-1-abcde", Uid = "uid-1" },
        Status = new V1PodStatus { Phase = phase, ContainerStatuses = containers },
    };

    internal static V1ContainerStatus Container(string name, int restarts = 0) => new() { Name = name, RestartCount = restarts };
}
