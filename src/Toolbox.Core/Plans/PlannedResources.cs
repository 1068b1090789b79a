using System.Text.Json;
using LanguageExt;
using Toolbox.Core.Commands;
using Toolbox.Core.Forecasts;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Plans;

/// <summary>The specs that change: those of the documents, and those of the children that deployments write.</summary>
static class PlannedResources
{
    public static Seq<PlannedResource> Of(ModelNamespace live, Seq<PlannedChange> changes, Forecast then)
    {
        var names = changes.Map(change => change.Subject);
        return changes.Map(change => OfDocument(change, then))
            .FollowedBy(then.End.Clusters.Values.Where(cluster => !names.Contains(Subject(cluster))).Select(cluster => OfChild(live, then, cluster)).Somes().ToSeq())
            .FollowedBy(then.End.Jobs.Values.Where(job => !names.Contains(Subject(job))).Select(job => OfChild(live, then, job)).Somes().ToSeq())
            .FollowedBy(live.Jobs.Values.Where(job => !then.End.Jobs.ContainsKey(job.Snapshot.Name)).Select(job => Deleted(then, Subject(job), job.OwnerUid)).ToSeq())
            .FollowedBy(live.Clusters.Values.Where(cluster => !then.End.Clusters.ContainsKey(cluster.Snapshot.Name)).Select(cluster => Deleted(then, Subject(cluster), cluster.OwnerUid)).ToSeq());
    }

    static ModelSubject Subject(ModelCluster cluster) => new(ModelSubject.Cluster, cluster.Snapshot.Name);

    static ModelSubject Subject(ModelJob job) => new(ModelSubject.Job, job.Snapshot.Name);

    static PlannedResource OfDocument(PlannedChange change, Forecast then)
    {
        var (field, end) = change.Subject.Kind switch
        {
            ModelSubject.Cluster => (Numbers.TaskManagers, then.End.Clusters.GetValueOrDefault(change.Subject.Name)?.Spec),
            ModelSubject.Job => (Numbers.Parallelism, then.End.Jobs.GetValueOrDefault(change.Subject.Name)?.Spec),
            _ => ("", null),
        };
        var numbers = end is { } spec ? Numbers.Of(field, change.Before, spec, None, "it is declared") : LanguageExt.Seq<NumberChange>.Empty;
        var fields = FieldDifferences.Between(change.Before, change.After, field);
        return Resource(change.Subject, "file", change.Before, change.After, fields, numbers);
    }

    static Option<PlannedResource> OfChild(ModelNamespace live, Forecast then, ModelCluster cluster) => OfChild(
        then, Subject(cluster), Optional(live.Clusters.GetValueOrDefault(cluster.Snapshot.Name)).Map(known => known.Spec), cluster.Spec, cluster.OwnerUid, cluster.AppliedNumber, Numbers.TaskManagers);

    static Option<PlannedResource> OfChild(ModelNamespace live, Forecast then, ModelJob job) => OfChild(
        then, Subject(job), Optional(live.Jobs.GetValueOrDefault(job.Snapshot.Name)).Map(known => known.Spec), job.Spec, job.OwnerUid, job.AppliedNumber, Numbers.Parallelism);

    // A child is told of when it changes, and when its own number stands against the deployment's.
    static Option<PlannedResource> OfChild(Forecast then, ModelSubject subject, Option<JsonElement> before, JsonElement after, string owner, Option<int> declared, string field)
    {
        var edited = then.Steps.Exists(step => step.Subject.Kind == ModelSubject.Deployment && step.Commands.Exists(command => Edits(command, subject)));
        var numbers = Numbers.Of(field, before, after, declared, edited ? "the FlinkDeployment's number was edited" : "the jobs need as many");
        var fields = FieldDifferences.Between(before, after, field);
        return fields.IsEmpty && numbers.IsEmpty && before.IsSome ? None : Resource(subject, OwnerOf(then, owner), before, after, fields, numbers);
    }

    static bool Edits(Command command, ModelSubject subject) =>
        (command is Command.Kubernetes.ApplyCluster { TaskManagers.IsEdited: true } cluster && subject == new ModelSubject(ModelSubject.Cluster, cluster.Cluster))
        || (command is Command.Kubernetes.ApplyJob { Parallelism.IsEdited: true } job && subject == new ModelSubject(ModelSubject.Job, job.Job));

    static PlannedResource Resource(ModelSubject subject, string by, Option<JsonElement> before, JsonElement after, Seq<FieldChange> fields, Seq<NumberChange> numbers) => new(
        subject, by, before.IsNone ? PlannedAction.Create : fields.IsEmpty && !numbers.Exists(number => number.Before != number.After) ? PlannedAction.Unchanged : PlannedAction.Change,
        DigestChanges.Between(subject.Kind, before, after), before.IsNone ? LanguageExt.Seq<FieldChange>.Empty : fields, numbers);

    static PlannedResource Deleted(Forecast then, ModelSubject subject, string owner) => new(subject, OwnerOf(then, owner), PlannedAction.Delete, Empty, Empty, Empty);

    static string OwnerOf(Forecast then, string uid) =>
        then.End.Deployments.Values.Where(deployment => deployment.Metadata.Uid == uid && uid.Length > 0).Select(deployment => deployment.Metadata.Name).FirstOrDefault() is { } name
            ? $"FlinkDeployment {name}" : "the supervisor";
}
