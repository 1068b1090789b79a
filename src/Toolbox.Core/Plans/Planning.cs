using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Deployment;
using Toolbox.Core.Forecasts;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Plans;

/// <summary>
/// Plans a change: the namespace is followed twice, as it is and changed, by the rules themselves; what both have in common would happen
/// anyway and is no part of the plan.
/// </summary>
public static class Planning
{
    public static Plan Of(ModelNamespace live, Seq<PlannedChange> changes)
    {
        var (anyway, then) = (Forecasting.Run(live), Forecasting.Run(changes.Fold(live, ModelChange.Apply)));
        var refusals = Refusals(then).Filter(note => !Refusals(anyway).Contains(note)).Strict();
        var stalls = Stalls(then).Filter(note => !Stalls(anyway).Contains(note)).Strict();
        return new Plan(
            live.Name, live.Now, PlannedResources.Of(live, changes, then), Other(ClusterEffects.Of(then), ClusterEffects.Of(anyway)),
            Other(JobEffects.Of(then), JobEffects.Of(anyway)), refusals, stalls, changes.Bind(Errors).Strict(), Empty, Notes(live, anyway, then));
    }

    static Seq<T> Other<T>(Seq<T> then, Seq<T> anyway) => then.Filter(effect => !anyway.Contains(effect)).Strict();

    static Seq<PlanNote> Refusals(Forecast forecast) =>
        forecast.Steps.Filter(step => step.Refusal.Length > 0).Map(step => new PlanNote(step.Subject.ToString(), step.Refusal)).Strict();

    static Seq<PlanNote> Stalls(Forecast forecast) =>
        (forecast.End.Deployments.Values.SelectMany(item => Stalled(new ModelSubject(ModelSubject.Deployment, item.Metadata.Name), item.Status.Conditions))
            .Concat(forecast.End.Clusters.Values.SelectMany(item => Stalled(new ModelSubject(ModelSubject.Cluster, item.Snapshot.Name), item.Snapshot.Status.Conditions)))
            .Concat(forecast.End.Jobs.Values.SelectMany(item => Stalled(new ModelSubject(ModelSubject.Job, item.Snapshot.Name), item.Snapshot.Status.Conditions)))).ToSeq().Strict();

    static Seq<PlanNote> Stalled(ModelSubject subject, Seq<Condition> conditions) =>
        conditions.Filter(condition => condition is { Type: "Stalled", Status: true }).Map(condition => new PlanNote(subject.ToString(), condition.Message)).Strict();

    // What the API server accepts may still be nothing that the toolbox can work with.
    static Seq<PlanNote> Errors(PlannedChange change)
    {
        var errors = change.Subject.Kind switch
        {
            ModelSubject.Deployment => DeploymentSpecReading.Read(change.After, change.Subject.Name).Match(_ => Empty, found => found),
            ModelSubject.Cluster => ClusterSpecReading.Read(change.After, change.Subject.Name).Match(_ => Empty, found => found),
            _ => JobSpecReading.Read(change.After).Match(_ => Empty, found => found),
        };
        return errors.Map(error => new PlanNote(change.Subject.ToString(), error.ToString())).Strict();
    }

    static Seq<string> Notes(ModelNamespace live, Forecast anyway, Forecast then)
    {
        var notes = LanguageExt.Seq<string>.Empty;
        var busy = anyway.Steps.Filter(step => step.Before != step.After || !step.Commands.IsEmpty).Map(step => step.Subject.ToString()).Distinct().ToSeq().Strict();
        if (!busy.IsEmpty) notes = notes.Add($"The namespace is not at rest, something is about to happen to {string.Join(", ", busy)} anyway. What follows from that is left out here.");
        if (!then.ComesToRest) notes = notes.Add("The change does not come to rest within what the plan follows: there may be more to come.");
        return live.Deployments.IsEmpty && live.Clusters.IsEmpty && live.Jobs.IsEmpty ? notes : notes.Add(
            "The plan assumes that everything succeeds: savepoints complete, pods come up, jobs are accepted.");
    }
}
