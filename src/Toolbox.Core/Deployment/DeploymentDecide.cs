namespace Toolbox.Core.Deployment;

/// <summary>A snapshot of a deployment in, a decision out.</summary>
public static class DeploymentDecide
{
    public static Decision<DeploymentStatus> Decide(DeploymentSnapshot snapshot)
    {
        var facts = DeploymentFacts.From(snapshot);
        var rule = DeploymentRules.Table.FirstMatch(facts);
        var conclusion = rule.Then(snapshot, facts);
        return Stamp.Finish(rule.Name, conclusion, Port, conclusion.Status, snapshot.Status, snapshot.LastFailure,
            snapshot.Metadata.Generation, snapshot.Now, transition: false);
    }

    static readonly StatusPort<DeploymentStatus> Port = new(
        status => status.Decision, _ => "", status => status.Conditions,
        (status, stamp) => status with
        {
            Decision = stamp.Decision,
            Conditions = stamp.Conditions,
            ObservedGeneration = stamp.Generation,
        },
        (status, time) => status with { Timestamp = time });
}
