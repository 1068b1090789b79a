using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Core.Commands;
using Toolbox.Core.Deployment;

namespace Toolbox.Core.Forecasts;

/// <summary>Children of a deployment as the operator applies them: the declared spec, and the number of whoever has the last word.</summary>
static class ModelChildren
{
    public static ModelNamespace Apply(ModelNamespace model, string deployment, Command.Kubernetes.ApplyCluster apply)
    {
        if (model.Deployments.GetValueOrDefault(deployment) is not { } owner) return model;
        var declared = Field(owner.Spec, "cluster");
        var before = model.Clusters.GetValueOrDefault(apply.Cluster);
        var after = before ?? ModelBeginning.Cluster(model.Name, apply.Cluster, declared, model.Now);
        return model.With(after with
        {
            Spec = Merged(declared, before?.Spec, "taskManagers", apply.TaskManagers),
            OwnerUid = owner.Metadata.Uid,
            AppliedNumber = apply.TaskManagers is { } number ? number.Value : after.AppliedNumber,
            Snapshot = after.Snapshot with { Metadata = ModelMetadata.Edited(after.Snapshot.Metadata) },
        });
    }

    public static ModelNamespace Apply(ModelNamespace model, string deployment, Command.Kubernetes.ApplyJob apply)
    {
        if (model.Deployments.GetValueOrDefault(deployment) is not { } owner) return model;
        var declared = Declared(owner.Spec, apply.Name);
        var before = model.Jobs.GetValueOrDefault(apply.Job);
        var after = before ?? ModelBeginning.Job(model.Name, apply.Job, declared, model.Now);
        return model.With(after with
        {
            Spec = Merged(declared, before?.Spec, "jobParallelism", apply.Parallelism),
            OwnerUid = owner.Metadata.Uid,
            AppliedNumber = apply.Parallelism is { } number ? number.Value : after.AppliedNumber,
            Snapshot = after.Snapshot with { Metadata = ModelMetadata.Edited(after.Snapshot.Metadata) },
        });
    }

    /// <summary>A number of a spec was written by somebody.</summary>
    public static JsonElement Scaled(JsonElement spec, string field, int number)
    {
        var node = Object(spec);
        node[field] = number;
        return Element(node);
    }

    static JsonElement Declared(JsonElement spec, string job) => Field(spec, "jobs") is { ValueKind: JsonValueKind.Array } jobs
        ? jobs.EnumerateArray().Where(item => Field(item, "name") is { ValueKind: JsonValueKind.String } name && name.GetString() == job)
            .Select(item => Field(item, "spec")).FirstOrDefault()
        : default;

    static JsonElement Merged(JsonElement declared, JsonElement? before, string field, DeclaredNumber? number)
    {
        var spec = Object(declared);
        spec.Remove(field);
        var own = before is { } known && Field(known, field) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var written) ? written : (int?)null;
        var next = number is null ? own : number.IsEdited ? number.Value : own ?? number.Value;
        if (next is { } last) spec[field] = last;
        return Element(spec);
    }

    static JsonObject Object(JsonElement element) => element.ValueKind == JsonValueKind.Object ? JsonObject.Create(element.Clone())! : [];

    static JsonElement Field(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    static JsonElement Element(JsonObject node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }
}
