using LanguageExt;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Explanations;

/// <summary>Explains a FlinkJob.</summary>
public static class JobExplaining
{
    /// <param name="pods">Those of its bootstrap and of its cluster.</param>
    public static Explanation Explain(JobSnapshot snapshot, Seq<ExplainedPod> pods)
    {
        var (status, facts) = (snapshot.Status, JobFacts.From(snapshot));
        var (named, table) = (FactReading.Of(facts), JobRules.For(status.SupervisorStatus));
        var isDetached = snapshot.Cluster.IsNone;
        return new Explanation(
            "FlinkJob", snapshot.Metadata.Namespace, snapshot.Name, snapshot.Now, status.SupervisorStatus.ToString(),
            Explaining.Next(JobMachine.In(status.SupervisorStatus)), status.ResourceStatus, status.Decision, status.Conditions, status.Refusal, status.Request,
            Looks(snapshot), named, isDetached ? LanguageExt.Seq<ExplainedRule>.Empty : Explaining.Rules(table, facts, named),
            isDetached ? Detached(snapshot) : Decision(snapshot, table.FirstMatch(facts).Then(snapshot, facts).Message),
            isDetached ? LanguageExt.Seq<Deadline>.Empty : Deadlines.Of(snapshot, facts), status.RestorePoints, NextStart.Of(snapshot, facts), pods, Notes(snapshot));
    }

    static ExplainedDecision Decision(JobSnapshot snapshot, string message)
    {
        var decision = JobDecide.Decide(snapshot);
        return Explaining.Decision(decision, message, decision.Status.SupervisorStatus.ToString());
    }

    // Without a cluster there is no supervisor, and no table: the operator has the job.
    static ExplainedDecision Detached(JobSnapshot snapshot)
    {
        var decision = DetachedJobDecide.Decide(snapshot.Metadata, snapshot.Status, clusterExists: false, snapshot.Now);
        var message = decision.Status.Decision.Map(last => last.Message).IfNone("");
        return Explaining.Decision(decision, message, decision.Status.SupervisorStatus.ToString());
    }

    static Seq<Look> Looks(JobSnapshot snapshot) => Seq(
        snapshot.Cluster.Match(cluster => Look.Known("FlinkCluster", Cluster(cluster)), () => Look.Absent("FlinkCluster")),
        snapshot.Bootstrap.Presence == Presence.Absent ? Look.Absent("Bootstrap") : Look.Known("Bootstrap", Bootstrap(snapshot.Bootstrap)),
        Look.From("Flink job", snapshot.Flink, Job),
        Look.From("Savepoint", snapshot.Savepoint, Savepoint));

    static string Cluster(JobCluster cluster) =>
        string.Join(", ", new[] { cluster.Name, cluster.SupervisorStatus.ToString(), cluster.ResourceStatus.ToString(), cluster.ClusterHealth }.Where(text => text.Length > 0));

    static string Bootstrap(BootstrapObservation bootstrap) => bootstrap switch
    {
        { Presence: Presence.Terminating } => "is on its way out",
        { HasSucceeded: true } => $"has submitted Flink job {bootstrap.JobId}",
        { HasFailed: true } => $"has failed: {bootstrap.Trouble}",
        { Trouble.Length: > 0 } => $"is in trouble: {bootstrap.Trouble}",
        _ => $"submits Flink job {bootstrap.JobId}",
    };

    static string Job(FlinkJobObservation job) => job.Cause.Length > 0 ? $"{job.JobId} is {job.StateText}: {job.Cause}" : $"{job.JobId} is {job.StateText}";

    static string Savepoint(SavepointAnswer answer) => answer switch
    {
        SavepointAnswer.InProgress => "is in progress",
        SavepointAnswer.Completed completed => $"is complete: {completed.Path}",
        SavepointAnswer.Failed failed => $"has failed: {failed.Reason}",
        SavepointAnswer.Unknown => "is not known to Flink",
    };

    static Seq<string> Notes(JobSnapshot snapshot)
    {
        if (snapshot.Cluster.IsNone) return Seq1("No FlinkCluster has a name that this job's begins with: the operator looks after it, and waits.");
        return snapshot.Flink is Observation<FlinkJobObservation>.Unreachable || snapshot.Savepoint is Observation<SavepointAnswer>.Unreachable
            ? Seq1(ClusterExplaining.UnreachableFlink) : Empty;
    }
}
