using CsCheck;
using Toolbox.Core.Cluster;
using Toolbox.Core.Commands;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Fixtures;

namespace Toolbox.Core.Tests.Laws;

/// <summary>Laws over snapshots that are mixed at random from all situations; a failure prints the seed that repeats it.</summary>
public class DecisionLaws
{
    const int Samples = 20_000;

    // Two supervisors, or one after a restart, must not disagree about the same snapshot.
    [Fact]
    public void A_decision_about_a_job_is_deterministic() => SomeSnapshots.Job.Sample(
        snapshot => JobDecide.Decide(snapshot) == JobDecide.Decide(snapshot with { }), iter: Samples, print: Print);

    [Fact]
    public void A_decision_about_a_cluster_is_deterministic() => SomeSnapshots.Cluster.Sample(
        snapshot => ClusterDecide.Decide(snapshot) == ClusterDecide.Decide(snapshot with { }), iter: Samples, print: Print);

    // A status that is written at every look wakes everybody who watches it, and so itself: a loop without end.
    [Fact]
    public void A_status_without_commands_is_written_once_per_state() => SomeSnapshots.Job.Sample(
        snapshot =>
        {
            var first = JobDecide.Decide(snapshot);
            if (!first.Commands.IsEmpty) return true;
            var second = JobDecide.Decide(snapshot.WithStatus(first.Status));
            return second.Rule != first.Rule || !second.StatusChanged;
        },
        iter: Samples, print: Print);

    [Fact]
    public void A_status_of_a_cluster_without_commands_is_written_once_per_state() => SomeSnapshots.Cluster.Sample(
        snapshot =>
        {
            var first = ClusterDecide.Decide(snapshot);
            if (!first.Commands.IsEmpty) return true;
            var second = ClusterDecide.Decide(snapshot.WithStatus(first.Status));
            return second.Rule != first.Rule || !second.StatusChanged;
        },
        iter: Samples, print: Print);

    // Nobody could tell: no verdict on the job and nothing that ends it or asks it for something.
    [Fact]
    public void Nothing_is_asked_of_a_silent_Flink() => SomeSnapshots.Job.Sample(
        snapshot => !JobDecide.Decide(snapshot.WithUnreachableFlink()).Commands.Exists(command => command is Command.Flink), iter: Samples, print: Print);

    [Fact]
    public void A_job_whose_JobManager_lives_is_not_declared_ended_while_Flink_is_silent() => SomeSnapshots.Job.Sample(
        snapshot =>
        {
            var silent = snapshot.WithUnreachableFlink();
            var facts = JobFacts.From(silent);
            if (facts.Submission is SubmissionFact.None or SubmissionFact.Lost) return true;
            var after = JobDecide.Decide(silent).Status;
            return after.Submission.Map(last => last.JobId) == silent.Status.Submission.Map(last => last.JobId)
                && after.SupervisorStatus is SupervisorStatus.Starting or SupervisorStatus.Started or SupervisorStatus.Stopping or SupervisorStatus.Unknown
                || silent.Status.SupervisorStatus is SupervisorStatus.Stopped or SupervisorStatus.Terminated or SupervisorStatus.Unknown;
        },
        iter: Samples, print: Print);

    [Fact]
    public void A_silent_JobManager_is_neither_deleted_nor_left_by_a_cluster_that_is_to_run() => SomeSnapshots.Cluster.Sample(
        snapshot =>
        {
            var silent = snapshot.WithUnreachableFlink(Moment.LongAgo).WithJobManagers(Pods.JobManager);
            if (silent.Status.SupervisorStatus is not (SupervisorStatus.Starting or SupervisorStatus.Started)) return true;
            return !ClusterDecide.Decide(silent).Commands.Exists(command => command is Command.Kubernetes.DeletePod pod && pod.Pod == Pods.JobManager.Name);
        },
        iter: Samples, print: Print);

    // What a job can start from is not lost by the way, unless a user asks for exactly that.
    [Fact]
    public void Savepoints_stay_known_until_a_user_forgets_them() => SomeSnapshots.Job.Sample(
        snapshot =>
        {
            if (AsksToForget(snapshot)) return true;
            var after = JobDecide.Decide(snapshot).Status.RestorePoints;
            return snapshot.Status.RestorePoints.ForAll(point => RestorePointLedger.IsCheckpoint(point) || after.Exists(item => item.Path == point.Path));
        },
        iter: Samples, print: Print);

    [Fact]
    public void A_submission_starts_from_the_newest_restore_point() => SomeSnapshots.Job.Sample(
        snapshot =>
        {
            var decision = JobDecide.Decide(snapshot);
            return decision.Rule != "RecordSubmission" || decision.Status.Submission.Exists(last =>
                last.RestorePoint == RestorePointLedger.Newest(snapshot.Status.RestorePoints).Map(point => point.Path).IfNone(""));
        },
        iter: Samples, print: Print);

    // A command to Flink is not idempotent: what it is about must be in the status that is written before it.
    [Fact]
    public void Commands_to_Flink_and_submissions_are_recorded_before_they_are_sent() => SomeSnapshots.Job.Sample(
        snapshot =>
        {
            var decision = JobDecide.Decide(snapshot);
            return decision.Commands.ForAll(command => command switch
            {
                Command.Kubernetes.CreateBootstrapJob create => decision.Status.Submission.Exists(last => last == create.Submission),
                Command.Flink.StopJobWithSavepoint stop => decision.Status.Savepoint.Exists(last => last.TriggerId == stop.TriggerId && last.StopsJob),
                Command.Flink.TriggerSavepoint trigger => decision.Status.Savepoint.Exists(last => last.TriggerId == trigger.TriggerId && !last.StopsJob),
                _ => true,
            });
        },
        iter: Samples, print: Print);

    static bool AsksToForget(JobSnapshot snapshot) =>
        snapshot.Status.Request.Exists(request => request.WithoutSavepoint || request.Action == RequestedAction.ForgetSavepoint)
        || snapshot.Status.StopIntent == StopIntent.RestartEmpty || snapshot.Cluster.Exists(cluster => cluster.WithoutSavepoint);

    static string Print<T>(T snapshot) => snapshot?.ToString() ?? "";
}
