using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Verbs;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Subresources;

/// <summary>Binds a pod to a node: pods/NAME/binding, and bindings with the pod's name in the body.</summary>
sealed class BindingVerb(ApiState state, ObjectWriter writer)
{
    static readonly FieldSchema Fields = CoreSchemas.Find("v1", "Binding")!;

    public async Task<Answer> HandleAsync(ApiCall call)
    {
        var options = WriteOptions.Parse(call, "CreateOptions");
        var body = BodyReader.Other(call, await call.ReadBodyAsync(), "Binding", Fields);
        var pods = state.Catalog.View.Require("", "pods");
        var name = call.Target.Resource == "pods" ? call.Target.Name : body.TextAt("metadata", "name") ?? "";
        if (body.TextAt("target", "kind") is { Length: > 0 } kind && kind != "Node")
            throw Refuse.Unmapped($"target.kind: Unsupported value: \"{kind}\": supported values: \"Node\", \"<empty>\"");
        var node = body.TextAt("target", "name") ?? throw Refuse.Unmapped("target.name: Required value");
        lock (state.Store.Gate)
        {
            var collection = state.Objects(pods);
            var live = collection.Find(call.Target.Namespace, name) ?? throw Refuse.NotFound(pods, name);
            Check(live.Content, name);
            if (!options.DryRun) writer.Put(pods, collection, live, Bound(live.Content, body, node));
        }
        return new Answer.Plain(201, SuccessStatus.Document(201));
    }

    static void Check(JsonObject pod, string name)
    {
        var why = pod.TextAt("spec", "nodeName") is { Length: > 0 } node ? $"pod {name} is already assigned to node \"{node}\""
            : pod.At("metadata", "deletionTimestamp") is not null ? $"pod {name} is being deleted, cannot be assigned to a host" : null;
        if (why is not null)
            throw new RequestRefused(409, "Conflict", $"Operation cannot be fulfilled on pods/binding \"{name}\": {why}", Refuse.Details(name, "", "pods/binding"));
    }

    JsonObject Bound(JsonObject pod, JsonObject binding, string node)
    {
        var next = pod.Copy();
        next.Child("spec")["nodeName"] = node;
        foreach (var (key, value) in binding.PairsAt("metadata", "annotations")) next.Child("metadata").Child("annotations")[key] = value;
        var status = next.Child("status");
        var others = status.ObjectsAt("conditions").Where(item => item.TextAt("type") != "PodScheduled").Select(item => item.DeepClone());
        status["conditions"] = new JsonArray([.. others, new JsonObject
        {
            ["type"] = "PodScheduled", ["status"] = "True", ["lastProbeTime"] = null, ["lastTransitionTime"] = state.Now,
        }]);
        return next;
    }
}
