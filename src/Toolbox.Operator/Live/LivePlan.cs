using System.Text.Json.Nodes;
using LanguageExt;
using Toolbox.Core;
using Toolbox.Core.Forecasts;
using Toolbox.Core.Plans;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Manifests.CustomResources;
using static LanguageExt.Prelude;

namespace Toolbox.Operator.Live;

/// <summary>Plans what applying documents to a live namespace would do; nothing is written.</summary>
public static class LivePlan
{
    /// <summary>Answers with a failure when the namespace cannot be read; what is wrong with a document is part of the plan.</summary>
    /// <param name="documents">With kind and name, of any kind.</param>
    public static async Task<Answer<Plan>> Of(
        KubernetesApiClient client, string @namespace, IReadOnlyList<JsonObject> documents, TimeProvider clock, CancellationToken cancellation)
    {
        var answer = await LiveNamespace.Read(client, @namespace, cancellation);
        if (!answer.IsOk(out var live)) return answer.Select<Plan>(_ => throw new InvalidOperationException("The answer is no failure"));
        var (dryRun, changes, errors, notes) = (new DryRun(client, @namespace), new List<PlannedChange>(), new List<PlanNote>(), new List<string>());
        foreach (var document in documents.Where(IsOurs))
        {
            var subject = new ModelSubject((string)document["kind"]!, (string)document["metadata"]!["name"]!);
            var known = Known(live, subject);
            var applied = await dryRun.Apply(Type(subject), document, known, cancellation);
            if (applied.IsOk(out var after)) changes.Add(new PlannedChange(subject, Optional(known).Map(item => item.Spec), after.Spec, after.ReadRequest()));
            else errors.AddRange(Errors(subject, applied));
            if (known is not null && DryRun.KeepsWhatIsLeftOut(known))
                notes.Add($"{subject} was not applied by anybody that left a trace: fields that the document leaves out are taken to stay.");
        }
        var plan = Planning.Of(await LiveModel.Of(live, clock), changes.ToSeq().Strict());
        return new Answer<Plan>.Ok(plan with
        {
            Errors = errors.ToSeq().FollowedBy(plan.Errors),
            Notes = plan.Notes.FollowedBy(notes.ToSeq()),
            NotLookedAt = documents.Where(document => !IsOurs(document)).Select(Name).ToSeq().Strict(),
        });
    }

    static bool IsOurs(JsonObject document) => (string?)document["apiVersion"] == ResourceDefinition.ApiVersion
        && (string?)document["kind"] is FlinkDeployment.KindName or FlinkCluster.KindName or FlinkJob.KindName;

    static string Name(JsonObject document) => $"{(string?)document["kind"]} {(string?)document["metadata"]?["name"]}";

    static ResourceType<FlinkResource> Type(ModelSubject subject) => subject.Kind switch
    {
        ModelSubject.Deployment => FlinkResourceTypes.Deployments,
        ModelSubject.Cluster => FlinkResourceTypes.Clusters,
        _ => FlinkResourceTypes.Jobs,
    };

    static FlinkResource? Known(LiveNamespace live, ModelSubject subject) => (subject.Kind switch
    {
        ModelSubject.Deployment => live.Deployments,
        ModelSubject.Cluster => live.Clusters,
        _ => live.Jobs,
    }).GetValueOrDefault(subject.Name);

    static IEnumerable<PlanNote> Errors(ModelSubject subject, Answer<FlinkResource> answer) => answer is Answer<FlinkResource>.Invalid { Causes.Count: > 0 } invalid
        ? invalid.Causes.Select(cause => new PlanNote(subject.ToString(), $"{cause.Field}: {cause.Message}"))
        : [new PlanNote(subject.ToString(), answer.Describe())];
}
