using k8s.Models;
using Toolbox.Sandbox.Node.Pods;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class PodStatusTests
{
    static readonly DateTime Then = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), Now = Then.AddMinutes(1);

    static ContainerState.Terminated Ended(int code) => new(code, code == 0 ? "Completed" : "Error", null, Then, Now, "sandbox://1");

    static ContainerRecord Container(ContainerState state, bool ready = false, ContainerState.Terminated? last = null) =>
        new("main", "flink:1.20.5", state, last, Ready: ready, Started: ready);

    static PodRecord Record(ContainerRecord main, params ContainerRecord[] init) => new(Then, PodFixture.Network, [.. init], [main]);

    static V1PodCondition Condition(V1PodStatus status, string type) => status.Conditions.Single(condition => condition.Type == type);

    static string Phase(string policy, ContainerState state, ContainerState.Terminated? last = null) => PodPhase.Of(Record(Container(state, false, last)), policy);

    [Fact]
    public void The_phase_follows_from_containers_and_restart_policy()
    {
        Assert.Equal("Pending", Phase("Always", new ContainerState.Waiting("ContainerCreating")));
        Assert.Equal("Running", Phase("Always", new ContainerState.Running(Then)));
        Assert.Equal("Running", Phase("Always", new ContainerState.Waiting("CrashLoopBackOff"), Ended(1)));
        Assert.Equal("Running", Phase("Always", Ended(0)));
        Assert.Equal("Succeeded", Phase("OnFailure", Ended(0)));
        Assert.Equal("Running", Phase("OnFailure", Ended(1)));
        Assert.Equal("Failed", Phase("Never", Ended(1)));
        Assert.Equal("Succeeded", Phase("Never", Ended(0)));
    }

    [Fact]
    public void A_failed_init_container_fails_the_pod_only_where_nothing_is_restarted()
    {
        var record = Record(Container(new ContainerState.Waiting("PodInitializing")), Container(Ended(1)));
        Assert.Equal("Failed", PodPhase.Of(record, "Never"));
        Assert.Equal("Pending", PodPhase.Of(record, "OnFailure"));
    }

    [Fact]
    public void A_running_ready_pod_has_all_conditions()
    {
        var status = PodStatuses.Of(PodFixture.APod(), Record(Container(new ContainerState.Running(Then), ready: true)), null, Now);
        Assert.Equal(["PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled"], status.Conditions.Select(condition => condition.Type));
        Assert.All(status.Conditions, condition => Assert.Equal("True", condition.Status));
        Assert.Equal(("127.66.0.9", "127.0.0.1", Then), (status.PodIP, status.HostIP, status.StartTime));
        Assert.Equal(Then, status.ContainerStatuses[0].State.Running.StartedAt);
    }

    [Fact]
    public void Containers_that_are_not_ready_are_named()
    {
        var status = PodStatuses.Of(PodFixture.APod(), Record(Container(new ContainerState.Running(Then))), null, Now);
        Assert.Equal(("False", "ContainersNotReady", "containers with unready status: [main]"),
            (Condition(status, "Ready").Status, Condition(status, "Ready").Reason, Condition(status, "Ready").Message));
    }

    [Fact]
    public void A_completed_pod_says_so()
    {
        var status = PodStatuses.Of(PodFixture.APod().With(pod => pod.Spec.RestartPolicy = "Never"), Record(Container(Ended(0))), null, Now);
        Assert.Equal(("Succeeded", "False", "PodCompleted"), (status.Phase, Condition(status, "Ready").Status, Condition(status, "Ready").Reason));
        Assert.Equal((0, "Completed"), (status.ContainerStatuses[0].State.Terminated.ExitCode, status.ContainerStatuses[0].State.Terminated.Reason));
    }

    [Fact]
    public void A_transition_time_changes_only_with_the_status_and_conditions_of_others_stay()
    {
        List<V1PodCondition> before =
        [
            new() { Type = "Ready", Status = "True", LastTransitionTime = Then },
            new() { Type = "Initialized", Status = "True", LastTransitionTime = Then },
            new() { Type = "DisruptionTarget", Status = "True", LastTransitionTime = Then },
        ];
        var status = PodStatuses.Of(PodFixture.APod(), Record(Container(new ContainerState.Running(Then))), before, Now);
        Assert.Equal(Now, Condition(status, "Ready").LastTransitionTime);
        Assert.Equal(Then, Condition(status, "Initialized").LastTransitionTime);
        Assert.Equal(Then, Condition(status, "DisruptionTarget").LastTransitionTime);
    }

    [Fact]
    public void A_node_that_starts_again_restarts_what_ran_and_leaves_what_had_ended()
    {
        var pod = PodFixture.APod().With(pod => pod.Status = new V1PodStatus
        {
            ContainerStatuses = [new V1ContainerStatus { Name = "main", RestartCount = 2, State = new V1ContainerState { Running = new V1ContainerStateRunning { StartedAt = Then } } }],
        });
        var restarted = RecordFromStatus.Of(pod, Now).Main[0];
        Assert.Equal((3, 255, "Unknown"), (restarted.NextRun, restarted.Last!.ExitCode, restarted.Last.Reason));
        Assert.IsType<ContainerState.Waiting>(restarted.State);
        var left = RecordFromStatus.Of(pod.With(pod => pod.Spec.RestartPolicy = "Never"), Now).Main[0];
        Assert.Equal(255, Assert.IsType<ContainerState.Terminated>(left.State).ExitCode);
    }

    [Fact]
    public void The_first_restart_is_at_once_and_then_the_delay_doubles_up_to_its_bound()
    {
        var delay = new RestartDelay(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10));
        Assert.Equal([0, 1, 2, 4, 5, 5], Enumerable.Range(1, 6).Select(failures => delay.After(failures).TotalSeconds));
        Assert.Equal(5, delay.After(int.MaxValue).TotalSeconds);
    }
}
