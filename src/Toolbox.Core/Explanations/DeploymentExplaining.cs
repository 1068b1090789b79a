using LanguageExt;
using Toolbox.Core.Deployment;
using Toolbox.Core.RestorePoints;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Explanations;

/// <summary>Explains a FlinkDeployment: it has rules, but no machine.</summary>
public static class DeploymentExplaining
{
    public static Explanation Explain(DeploymentSnapshot snapshot)
    {
        var (status, facts) = (snapshot.Status, DeploymentFacts.From(snapshot));
        var (named, table) = (FactReading.Of(facts), DeploymentRules.Table);
        return new Explanation(
            "FlinkDeployment", snapshot.Metadata.Namespace, snapshot.Name, snapshot.Now, "", Empty, status.ResourceStatus, status.Decision, status.Conditions,
            "", None, Looks(snapshot), named, Explaining.Rules(table, facts, named),
            Explaining.Decision(DeploymentDecide.Decide(snapshot), table.FirstMatch(facts).Then(snapshot, facts).Message, ""),
            LanguageExt.Seq<Deadline>.Empty, LanguageExt.Seq<RestorePoint>.Empty, None, Empty, Empty);
    }

    static Seq<Look> Looks(DeploymentSnapshot snapshot) =>
        snapshot.Cluster.Match(child => Child("FlinkCluster", child), () => Look.Absent($"FlinkCluster {snapshot.Name}")).Cons(
            snapshot.Jobs.Map(child => Child("FlinkJob", child)).Strict());

    static Look Child(string kind, ChildObservation child)
    {
        var owner = child.OwnerUid.Length > 0 ? "" : ", belongs to nobody yet";
        var state = child.IsDeleting ? "is being deleted" : child.Trouble.Length > 0 ? $"stalled: {child.Trouble}" : child.IsReady ? "ready" : "not ready";
        return Look.Known($"{kind} {child.Name}", $"{child.ResourceStatus}, {state}{owner}");
    }
}
