using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Core;
using Toolbox.Core.Deployment;
using Toolbox.Core.Digests;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;
using Toolbox.Manifests.CustomResources;

namespace Toolbox.Kubernetes.Execution;

/// <summary>The FlinkCluster and the FlinkJobs of a FlinkDeployment, which are what the deployment declares and nothing else.</summary>
sealed class ChildResources(KubernetesApiClient client)
{
    const string TaskManagers = "taskManagers";
    const string Parallelism = "jobParallelism";

    public Task<Outcome> ApplyCluster(ResourceContext context, string cluster, string digest, DeclaredNumber? taskManagers, CancellationToken cancellation)
    {
        var spec = context.Resource.Spec.ValueKind == JsonValueKind.Object && context.Resource.Spec.TryGetProperty("cluster", out var value) ? value : default;
        var child = new Child(FlinkResourceTypes.Clusters, cluster, ObjectLabels.OfCluster(cluster), spec, digest, TaskManagers, taskManagers);
        return Apply(context, child, cancellation);
    }

    public Task<Outcome> ApplyJob(ResourceContext context, string job, string name, string digest, DeclaredNumber? parallelism, CancellationToken cancellation)
    {
        var labels = ObjectLabels.OfJob(context.ClusterName, name);
        var child = new Child(FlinkResourceTypes.Jobs, job, labels, JobSpec(context.Resource.Spec, name), digest, Parallelism, parallelism);
        return Apply(context, child, cancellation);
    }

    async Task<Outcome> Apply(ResourceContext context, Child child, CancellationToken cancellation)
    {
        if (child.Spec.ValueKind != JsonValueKind.Object) return new Outcome.Rejected($"the deployment declares no spec for '{child.Name}'");
        var found = await client.Get(child.Type, context.Namespace, child.Name, cancellation);
        if (found is Answer<FlinkResource>.NotFound) return await Create(context, child, cancellation);
        if (!found.IsOk(out _)) return Outcomes.From(found);
        var answer = await client.Apply(child.Type, context.Namespace, child.Name, Body(context, child), FieldManagers.Apply, cancellation);
        if (answer.IsOk(out var written) && child.Number is { } number && AppliedNumber(written) != Text(number))
            answer = await client.Apply(child.Type, context.Namespace, child.Name, NumberBody(child, number, written), FieldManagers.ApplyNumber, cancellation);
        return answer.IsOk(out var applied) && SpecDigest.Whole(applied.Spec, child.NumberField) != child.Digest
            ? await Replace(context, child, applied, cancellation)
            : Outcomes.From(answer);
    }

    // All of it in one write: were the number written after the rest, a child without one would be seen, and scaled, in between.
    async Task<Outcome> Create(ResourceContext context, Child child, CancellationToken cancellation)
    {
        var body = Body(context, child);
        if (child.Number is { } number)
        {
            body["spec"]![child.NumberField] = number.Value;
            body["metadata"]!["annotations"] = Annotation(number);
        }
        var type = ResourceTypes.Json(child.Type.Group, child.Type.Version, child.Type.Plural, child.Type.Kind);
        var answer = await client.Create(type, context.Namespace, body, FieldManagers.Update, cancellation);
        return answer is Answer<JsonObject>.AlreadyExists exists ? new Outcome.Conflict(exists.Message) : Outcomes.From(answer);
    }

    // Apply leaves what others have added, and what an older version left behind; the deployment declares all of the spec.
    async Task<Outcome> Replace(ResourceContext context, Child child, FlinkResource applied, CancellationToken cancellation)
    {
        var spec = DeclaredSpec(child);
        if (applied.Spec.TryGetProperty(child.NumberField, out var number)) spec[child.NumberField] = Node(number);
        var patch = new JsonArray(
            new JsonObject { ["op"] = "add", ["path"] = "/metadata/resourceVersion", ["value"] = applied.ResourceVersion },
            new JsonObject { ["op"] = "replace", ["path"] = "/spec", ["value"] = spec });
        return Outcomes.From(await client.JsonPatch(child.Type, context.Namespace, child.Name, patch, FieldManagers.Update, cancellation));
    }

    static JsonObject Body(ResourceContext context, Child child)
    {
        var body = Identity(child);
        body["metadata"] = new JsonObject
        {
            ["name"] = child.Name,
            ["labels"] = new JsonObject(child.Labels.Select(label => new KeyValuePair<string, JsonNode?>(label.Key, label.Value))),
            ["ownerReferences"] = new JsonArray(new JsonObject
            {
                ["apiVersion"] = ResourceDefinition.ApiVersion,
                ["kind"] = FlinkDeployment.KindName,
                ["name"] = context.Resource.Name,
                ["uid"] = context.Resource.Uid,
                ["controller"] = true,
            }),
        };
        body["spec"] = DeclaredSpec(child);
        return body;
    }

    // The number and the note that it is applied are one write, on condition that nobody has scaled the child since it was read.
    static JsonObject NumberBody(Child child, DeclaredNumber number, FlinkResource written)
    {
        var body = Identity(child);
        body["metadata"] = new JsonObject
        {
            ["name"] = child.Name,
            ["resourceVersion"] = written.ResourceVersion,
            ["annotations"] = Annotation(number),
        };
        var own = written.Spec.TryGetProperty(child.NumberField, out var value) ? Node(value) : null;
        body["spec"] = new JsonObject { [child.NumberField] = number.IsEdited ? number.Value : own ?? number.Value };
        return body;
    }

    static JsonObject Annotation(DeclaredNumber number) => new() { [ObjectAnnotations.AppliedNumber] = Text(number) };

    static string Text(DeclaredNumber number) => number.Value.ToString(CultureInfo.InvariantCulture);

    static string? AppliedNumber(FlinkResource child) => child.Annotation(ObjectAnnotations.AppliedNumber);

    static JsonObject Identity(Child child) => new() { ["apiVersion"] = child.Type.ApiVersion, ["kind"] = child.Type.Kind };

    static JsonObject DeclaredSpec(Child child)
    {
        var spec = (JsonObject)Node(child.Spec)!;
        spec.Remove(child.NumberField);
        return spec;
    }

    // A field that is null means the same as one that is absent, and an apply would own it.
    static JsonNode? Node(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(json.EnumerateObject()
            .Where(field => field.Value.ValueKind != JsonValueKind.Null)
            .Select(field => new KeyValuePair<string, JsonNode?>(field.Name, Node(field.Value)))),
        JsonValueKind.Array => new JsonArray([.. json.EnumerateArray().Select(Node)]),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(json),
    };

    static JsonElement JobSpec(JsonElement spec, string name) =>
        spec.ValueKind == JsonValueKind.Object && spec.TryGetProperty("jobs", out var jobs) && jobs.ValueKind == JsonValueKind.Array
            ? jobs.EnumerateArray().Where(job => Name(job) == name && job.TryGetProperty("spec", out _)).Select(job => job.GetProperty("spec")).FirstOrDefault()
            : default;

    static string? Name(JsonElement job) =>
        job.ValueKind == JsonValueKind.Object && job.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;

    sealed record Child(
        ResourceType<FlinkResource> Type, string Name, Dictionary<string, string> Labels, JsonElement Spec, string Digest, string NumberField,
        DeclaredNumber? Number);
}
