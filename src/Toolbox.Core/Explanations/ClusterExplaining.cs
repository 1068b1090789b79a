using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Supervision;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Explanations;

/// <summary>Explains a FlinkCluster.</summary>
public static class ClusterExplaining
{
    /// <param name="supervision">What the operator sees of the cluster's supervisor.</param>
    /// <param name="supervisors">The pods of the supervisor.</param>
    public static Explanation Explain(ClusterSnapshot snapshot, SupervisionSnapshot supervision, Seq<PodObservation> supervisors)
    {
        var (status, facts) = (snapshot.Status, ClusterFacts.From(snapshot));
        var (named, table) = (FactReading.Of(facts), ClusterRules.For(status.SupervisorStatus));
        var decision = ClusterDecide.Decide(snapshot);
        return new Explanation(
            "FlinkCluster", snapshot.Metadata.Namespace, snapshot.Name, snapshot.Now, status.SupervisorStatus.ToString(),
            Explaining.Next(ClusterMachine.In(status.SupervisorStatus)), status.ResourceStatus, status.Decision, status.Conditions, status.Refusal, status.Request,
            Looks(snapshot, supervision), named, Explaining.Rules(table, facts, named),
            Explaining.Decision(decision, table.FirstMatch(facts).Then(snapshot, facts).Message, decision.Status.SupervisorStatus.ToString()),
            Deadlines.Of(snapshot, facts), LanguageExt.Seq<RestorePoint>.Empty, None, Pods(snapshot, supervisors), Notes(snapshot, supervision));
    }

    static Seq<Look> Looks(ClusterSnapshot snapshot, SupervisionSnapshot supervision) => Seq(
            Look.From("Flink", snapshot.Flink, flink => $"version {flink.Version}, {flink.SlotsAvailable} of {flink.SlotsTotal} task slots free"),
            snapshot.Service == Presence.Absent ? Look.Absent("Service") : Look.Known("Service", snapshot.Service.ToString()),
            Supervisor(supervision))
        .FollowedBy(snapshot.Jobs.Map(job => Look.Known($"FlinkJob {job.Name}", $"{job.SupervisorStatus}, parallelism {job.Parallelism}")));

    static Look Supervisor(SupervisionSnapshot supervision)
    {
        var found = supervision.Supervisor;
        return found.Presence == Presence.Absent
            ? Look.Absent("Supervisor")
            : Look.Known("Supervisor", $"{found.Presence}, {found.AvailableReplicas} of {found.Replicas} available, rule {SupervisionDecide.Decide(supervision).Rule}");
    }

    static Seq<ExplainedPod> Pods(ClusterSnapshot snapshot, Seq<PodObservation> supervisors) =>
        snapshot.JobManagers.Map(pod => new ExplainedPod("jobmanager", pod))
            .FollowedBy(snapshot.TaskManagers.Map(pod => new ExplainedPod("taskmanager", pod)))
            .FollowedBy(supervisors.Map(pod => new ExplainedPod("supervisor", pod)));

    static Seq<string> Notes(ClusterSnapshot snapshot, SupervisionSnapshot supervision)
    {
        var notes = LanguageExt.Seq<string>.Empty;
        if (snapshot.Flink is Observation<FlinkClusterObservation>.Unreachable) notes = notes.Add(UnreachableFlink);
        return supervision.Supervisor.AvailableReplicas == 0
            ? notes.Add("No supervisor is available: what is decided here is carried out once there is one.") : notes;
    }

    /// <summary>Said wherever Flink did not answer.</summary>
    internal const string UnreachableFlink =
        "Flink could not be asked from here. Nothing is concluded from that; the supervisor, which is nearer, may see more: its own last decision is the one in the status.";
}
