namespace Toolbox.Core.Cluster;

/// <summary>A snapshot of a cluster in, a decision out.</summary>
public static class ClusterDecide
{
    public static Decision<ClusterStatus> Decide(ClusterSnapshot snapshot)
    {
        var facts = ClusterFacts.From(snapshot);
        var rule = ClusterRules.For(snapshot.Status.SupervisorStatus).FirstMatch(facts);
        var conclusion = rule.Then(snapshot, facts);
        Permitted.Check(snapshot.Status.SupervisorStatus, conclusion.Status.SupervisorStatus);
        return Stamp.Finish(rule.Name, conclusion, Port, Counted(snapshot, conclusion.Status), snapshot.Status, snapshot.LastFailure,
            snapshot.Metadata.Generation, snapshot.Now, transition: conclusion.Status.SupervisorStatus != snapshot.Status.SupervisorStatus);
    }

    static readonly Transitions Permitted = new(ClusterMachine.In);

    // What can simply be counted is counted in every state.
    static ClusterStatus Counted(ClusterSnapshot snapshot, ClusterStatus status)
    {
        var replicas = snapshot.TaskManagers.Count(pod => !pod.HasEnded);
        return status with { TaskManagerReplicas = replicas, TotalTaskSlots = replicas * status.TaskSlots };
    }

    static readonly StatusPort<ClusterStatus> Port = new(
        status => status.Decision, status => status.Refusal, status => status.Conditions,
        (status, stamp) => status with
        {
            Decision = stamp.Decision,
            Conditions = stamp.Conditions,
            ObservedGeneration = stamp.Generation,
        },
        (status, time) => status with { Timestamp = time });
}
