using k8s.Models;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Observations;
using Toolbox.Manifests;
using static LanguageExt.Prelude;

namespace Toolbox.Kubernetes.Tests.Observations;

public sealed class BootstrapReadingTests
{
    [Fact]
    public void Nothing_is_absent() => Assert.Equal(BootstrapObservation.Absent, BootstrapReading.Observe(None, []));

    [Fact]
    public void Job_that_has_just_been_created_is_present() =>
        Assert.Equal(new BootstrapObservation(Presence.Present, "id-1", false, false, ""), BootstrapReading.Observe(Job(), []));

    [Fact]
    public void Pod_that_outlives_its_job_can_still_submit() =>
        Assert.Equal(new BootstrapObservation(Presence.Terminating, "id-2", false, false, ""), BootstrapReading.Observe(None, [Pod("id-2", 1)]));

    [Fact]
    public void Job_that_is_deleted_is_terminating()
    {
        var job = Job();
        job.Metadata.DeletionTimestamp = DateTime.UnixEpoch;
        Assert.Equal(Presence.Terminating, BootstrapReading.Observe(job, []).Presence);
    }

    [Fact]
    public void Completed_job_has_succeeded_and_its_earlier_tries_are_no_trouble()
    {
        var observation = BootstrapReading.Observe(Job(Condition("Complete")), [Failed(Pod("id-1", 1))]);
        Assert.Equal((true, false, ""), (observation.HasSucceeded, observation.HasFailed, observation.Trouble));
    }

    [Fact]
    public void Failed_job_tells_the_last_words_of_its_newest_pod()
    {
        var observation = BootstrapReading.Observe(
            Job(Condition("Failed", "BackoffLimitExceeded", "too many")), [Failed(Pod("id-1", 1), "first"), Failed(Pod("id-1", 2), "second")]);
        Assert.Equal((false, true, "Error (exit code 1): second"), (observation.HasSucceeded, observation.HasFailed, observation.Trouble));
    }

    [Fact]
    public void Bootstrap_that_gave_up_has_failed_before_Kubernetes_says_so()
    {
        var pod = Failed(Pod("id-1", 1), "class not found");
        pod.Status.ContainerStatuses[0].State.Terminated.ExitCode = BootstrapObservation.PermanentFailure;
        Assert.True(BootstrapReading.Observe(Job(), [pod]).HasFailed);
    }

    [Fact]
    public void Failed_job_without_pods_tells_its_condition() =>
        Assert.Equal(
            "BackoffLimitExceeded: too many",
            BootstrapReading.Observe(Job(Condition("Failed", "BackoffLimitExceeded", "too many")), []).Trouble);

    [Fact]
    public void Container_that_is_restarted_tells_why_it_failed()
    {
        var pod = Pod("id-1", 1);
        pod.Status.ContainerStatuses =
        [
            new V1ContainerStatus
            {
                Name = "bootstrap",
                State = new V1ContainerState { Waiting = new V1ContainerStateWaiting { Reason = "CrashLoopBackOff" } },
                LastState = new V1ContainerState { Terminated = new V1ContainerStateTerminated { ExitCode = 2, Reason = "Error", Message = "no JAR" } },
            },
        ];
        Assert.Equal("Error (exit code 2): no JAR", BootstrapReading.Observe(Job(), [pod]).Trouble);
    }

    static V1Job Job(params V1JobCondition[] conditions) => new()
    {
        Metadata = new V1ObjectMeta { Name = "bootstrap-cluster-1-job-1", Annotations = JobId("id-1") },
        Status = new V1JobStatus { Conditions = conditions },
    };

    static V1JobCondition Condition(string type, string? reason = null, string? message = null) =>
        new() { Type = type, Status = "True", Reason = reason, Message = message };

    static V1Pod Pod(string jobId, int second)
    {
        var pod = PodReadingTests.Pod("Running");
        pod.Metadata.Annotations = JobId(jobId);
        pod.Metadata.CreationTimestamp = DateTime.UnixEpoch.AddSeconds(second);
        return pod;
    }

    static V1Pod Failed(V1Pod pod, string message = "it failed")
    {
        var container = PodReadingTests.Container("bootstrap");
        container.State = new V1ContainerState { Terminated = new V1ContainerStateTerminated { ExitCode = 1, Reason = "Error", Message = message } };
        pod.Status.ContainerStatuses = [container];
        return pod;
    }

    static Dictionary<string, string> JobId(string id) => new() { [ObjectAnnotations.JobId] = id };
}
