using LanguageExt;

namespace Toolbox.Core.Plans;

/// <summary>What applying some documents would do to a namespace.</summary>
/// <param name="Resources">The documents, then the children that their deployments write.</param>
/// <param name="Refusals">Requests that would be refused.</param>
/// <param name="Stalls">Resources that could not go on.</param>
/// <param name="Errors">What the API server or the reading of the spec refuses.</param>
/// <param name="NotLookedAt">Documents of other kinds.</param>
/// <param name="Notes">What the plan cannot tell.</param>
public sealed record Plan(
    string Namespace, DateTimeOffset Now, Seq<PlannedResource> Resources, Seq<ClusterEffect> Clusters, Seq<JobEffect> Jobs,
    Seq<PlanNote> Refusals, Seq<PlanNote> Stalls, Seq<PlanNote> Errors, Seq<string> NotLookedAt, Seq<string> Notes)
{
    public bool HasChanges =>
        Resources.Exists(resource => resource.Action != PlannedAction.Unchanged) || !Clusters.IsEmpty || !Jobs.IsEmpty || !Refusals.IsEmpty || !Stalls.IsEmpty;
}
