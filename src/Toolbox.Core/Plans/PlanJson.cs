using System.Globalization;
using System.Text.Json.Nodes;
using LanguageExt;

namespace Toolbox.Core.Plans;

/// <summary>A plan as JSON. Names stay; new ones may come. What is not there is null or an empty list.</summary>
public static class PlanJson
{
    public static JsonObject Of(Plan plan) => new()
    {
        ["namespace"] = plan.Namespace,
        ["time"] = plan.Now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        ["changes"] = plan.HasChanges,
        ["resources"] = List(plan.Resources, Resource),
        ["clusters"] = List(plan.Clusters, Cluster),
        ["jobs"] = List(plan.Jobs, Job),
        ["refusals"] = List(plan.Refusals, Note),
        ["stalls"] = List(plan.Stalls, Note),
        ["errors"] = List(plan.Errors, Note),
        ["notLookedAt"] = List(plan.NotLookedAt, text => text),
        ["notes"] = List(plan.Notes, text => text),
    };

    static JsonObject Resource(PlannedResource resource) => new()
    {
        ["kind"] = resource.Subject.Kind,
        ["name"] = resource.Subject.Name,
        ["by"] = resource.By,
        ["action"] = resource.Action.ToString(),
        ["digests"] = List(resource.Digests, digest => new JsonObject { ["part"] = digest.Part, ["before"] = Text(digest.Before), ["after"] = Text(digest.After) }),
        ["fields"] = List(resource.Fields, field => new JsonObject { ["path"] = field.Path, ["before"] = Text(field.Before), ["after"] = Text(field.After) }),
        ["numbers"] = List(resource.Numbers, number => new JsonObject
        {
            ["field"] = number.Field,
            ["declared"] = Number(number.Declared),
            ["before"] = Number(number.Before),
            ["after"] = Number(number.After),
            ["reason"] = number.Reason,
        }),
    };

    static JsonObject Cluster(ClusterEffect effect) => new()
    {
        ["name"] = effect.Name,
        ["action"] = effect.Action.ToString(),
        ["reason"] = Text(effect.Reason),
        ["podsAdded"] = List(effect.PodsAdded, Pod),
        ["podsRemoved"] = List(effect.PodsRemoved, Pod),
        ["taskManagersBefore"] = effect.TaskManagersBefore,
        ["taskManagersAfter"] = effect.TaskManagersAfter,
        ["replacesSupervisor"] = effect.ReplacesSupervisor,
    };

    static JsonObject Job(JobEffect effect) => new()
    {
        ["name"] = effect.Name,
        ["action"] = effect.Action.ToString(),
        ["reason"] = Text(effect.Reason),
        ["takesSavepoint"] = effect.TakesSavepoint,
        ["isCancelled"] = effect.IsCancelled,
        ["restorePoint"] = Text(effect.RestorePoint),
        ["beginsEmptyBecause"] = Text(effect.BeginsEmptyBecause),
        ["parallelismBefore"] = effect.ParallelismBefore,
        ["parallelismAfter"] = effect.ParallelismAfter,
        ["flinkJobId"] = Text(effect.FlinkJobId),
    };

    static JsonObject Pod(PodChange pod) => new() { ["role"] = pod.Role, ["name"] = Text(pod.Name) };

    static JsonObject Note(PlanNote note) => new() { ["about"] = note.About, ["text"] = note.Text };

    static JsonNode? Text(string text) => text.Length > 0 ? text : null;

    static JsonNode? Number(Option<int> number) => number.MatchUnsafe(value => (JsonNode?)value, () => null);

    static JsonArray List<T>(Seq<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);
}
