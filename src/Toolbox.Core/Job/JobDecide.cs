using Toolbox.Core.Resources;

namespace Toolbox.Core.Job;

/// <summary>A snapshot of a job in, a decision out.</summary>
public static class JobDecide
{
    public static Decision<JobStatus> Decide(JobSnapshot snapshot)
    {
        var facts = JobFacts.From(snapshot);
        var rule = JobRules.For(snapshot.Status.SupervisorStatus).FirstMatch(facts);
        var conclusion = rule.Then(snapshot, facts);
        Permitted.Check(snapshot.Status.SupervisorStatus, conclusion.Status.SupervisorStatus);
        return Stamp.Finish(rule.Name, conclusion, Port, Copied(snapshot, conclusion.Status), snapshot.Status, snapshot.LastFailure,
            snapshot.Metadata.Generation, snapshot.Now, transition: conclusion.Status.SupervisorStatus != snapshot.Status.SupervisorStatus);
    }

    /// <summary>The id that Flink chose for the savepoint request in the status (before 1.15), taken over from its answer.</summary>
    public static JobStatus RecordTrigger(JobStatus status, string jobId, string triggerId) => status with
    {
        Savepoint = status.Savepoint.Map(request =>
            request.JobId == jobId && request.TriggerId.Length == 0 ? request with { TriggerId = triggerId } : request),
    };

    static readonly Transitions Permitted = new(JobMachine.In);

    // Mode and policy are shown as they are declared, in every state.
    static JobStatus Copied(JobSnapshot snapshot, JobStatus status)
    {
        var health = Health(snapshot, status);
        var conditions = SavepointCondition.Follow(status, snapshot.Metadata.Generation, snapshot.Now);
        var (mode, policy) = snapshot.Spec.Case is JobSpec spec ? (spec.SavepointMode, spec.RestartPolicy) : (status.SavepointMode, status.RestartPolicy);
        var isSame = health == status.ClusterHealth && conditions == status.Conditions && (mode, policy) == (status.SavepointMode, status.RestartPolicy);
        return isSame ? status : status with { ClusterHealth = health, Conditions = conditions, SavepointMode = mode, RestartPolicy = policy };
    }

    // Only a started cluster has a health. A running job has its own view of it, as it asks the same Flink by itself.
    static string Health(JobSnapshot snapshot, JobStatus status)
    {
        if (snapshot.Cluster.Case is not JobCluster { SupervisorStatus: SupervisorStatus.Started } cluster) return "";
        return status.SupervisorStatus is SupervisorStatus.Stopping or SupervisorStatus.Stopped ? cluster.ClusterHealth : status.ClusterHealth;
    }

    static JobStatus Stamped(JobStatus status, StatusStamp stamp)
    {
        var conditions = SavepointCondition.Keep(stamp.Conditions, status.Conditions);
        return conditions == status.Conditions && stamp.Decision == status.Decision && stamp.Generation == status.ObservedGeneration
            ? status : status with { Decision = stamp.Decision, Conditions = conditions, ObservedGeneration = stamp.Generation };
    }

    static readonly StatusPort<JobStatus> Port = new(
        status => status.Decision, status => status.Refusal, status => status.Conditions,
        Stamped,
        (status, time) => status with { Timestamp = time });
}
