using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Verbs;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Subresources;

/// <summary>Evicts a pod unless a disruption budget's status allows no disruption now.</summary>
sealed class EvictionVerb(ApiState state, ObjectWriter writer)
{
    static readonly FieldSchema Fields = CoreSchemas.Find("policy/v1", "Eviction")!;

    public async Task<Answer> HandleAsync(ApiCall call)
    {
        var target = call.Target;
        var body = BodyReader.Other(call, await call.ReadBodyAsync(), "Eviction", Fields);
        if (body.TextAt("metadata", "name") is { Length: > 0 } name && name != target.Name) throw Refuse.BadRequest("name in URL does not match name in Eviction object");
        var pods = state.Catalog.View.Require("", "pods");
        var pod = state.Objects(pods).Find(target.Namespace, target.Name) ?? throw Refuse.NotFound(pods, target.Name);
        var options = DeleteOptions.Parse(call, body.At("deleteOptions") as JsonObject);
        if (!options.DryRun && pod.Content.TextAt("status", "phase") is not ("Pending" or "Succeeded" or "Failed")) CheckBudgets(pod.Content, target.Namespace);
        new ObjectRemover(state, writer).Remove(pods, target.Namespace, target.Name, options);
        return new Answer.Plain(201, SuccessStatus.Document(201));
    }

    void CheckBudgets(JsonObject pod, string @namespace)
    {
        foreach (var budget in state.Objects(state.Catalog.View.Require("policy", "poddisruptionbudgets")).Objects.Values)
        {
            if (budget.Namespace != @namespace || budget.Content.At("spec", "selector") is not JsonObject selector) continue;
            if (!LabelSelector.FromObject(selector).Matches(pod) || budget.Content.NumberAt("status", "disruptionsAllowed") > 0) continue;
            var status = budget.Content.At("status");
            var message = $"The disruption budget {budget.Name} needs {status.NumberAt("desiredHealthy") ?? 0} healthy pods and has {status.NumberAt("currentHealthy") ?? 0} currently";
            throw new RequestRefused(429, "TooManyRequests", "Cannot evict pod as it would violate the pod's disruption budget.", new JsonObject
            {
                ["causes"] = new JsonArray(new JsonObject { ["reason"] = "DisruptionBudget", ["message"] = message }),
            });
        }
    }
}
