using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>Deployments, ReplicaSets, StatefulSets and DaemonSets: a selector and a pod template.</summary>
sealed class WorkloadRules(string kind) : KindRules
{
    public override bool HasGeneration => true;

    public override void Default(JsonObject item)
    {
        var spec = item.Child("spec");
        if (kind != "DaemonSet") spec.SetDefault("replicas", 1);
        PodDefaults.Apply(spec.Child("template").Child("spec"));
        switch (kind)
        {
            case "Deployment":
                RollingUpdate(spec.Child("strategy"), new JsonObject { ["maxUnavailable"] = "25%", ["maxSurge"] = "25%" });
                spec.SetDefault("revisionHistoryLimit", 10);
                spec.SetDefault("progressDeadlineSeconds", 600);
                break;
            case "StatefulSet":
                spec.SetDefault("podManagementPolicy", "OrderedReady");
                RollingUpdate(spec.Child("updateStrategy"), new JsonObject { ["partition"] = 0 });
                spec.SetDefault("revisionHistoryLimit", 10);
                spec.SetDefault("persistentVolumeClaimRetentionPolicy", new JsonObject { ["whenDeleted"] = "Retain", ["whenScaled"] = "Retain" });
                break;
            case "DaemonSet":
                RollingUpdate(spec.Child("updateStrategy"), new JsonObject { ["maxUnavailable"] = 1, ["maxSurge"] = 0 });
                spec.SetDefault("revisionHistoryLimit", 10);
                break;
        }
    }

    public override void PrepareForCreate(JsonObject item, RuleContext context) =>
        item["status"] = kind is "Deployment" ? [] : kind == "DaemonSet" ? DaemonSetStatus() : new JsonObject { ["replicas"] = 0 };

    public override IEnumerable<FieldError> Validate(JsonObject item, JsonObject? live, RuleContext context)
    {
        var spec = item.Child("spec");
        var selector = spec.At("selector");
        if (spec.NumberAt("replicas") < 0) yield return FieldError.Invalid("spec.replicas", spec.NumberAt("replicas"), "must be greater than or equal to 0");
        if (selector is not JsonObject { Count: > 0 }) yield return FieldError.Required("spec.selector");
        else if (live is not null && !selector.SameAs(live.At("spec", "selector")))
            yield return FieldError.Invalid("spec.selector", selector, "field is immutable");
        var labels = spec.At("template", "metadata", "labels") as JsonObject;
        if (selector is JsonObject given && !LabelSelector.FromObject(given).Matches(spec.Child("template")))
            yield return FieldError.Invalid("spec.template.metadata.labels", labels ?? [], "`selector` does not match template `labels`");
        var template = spec.Child("template").Child("spec");
        foreach (var error in PodSpecValidation.Validate(template, "spec.template.spec")) yield return error;
        if (template.TextAt("restartPolicy") is { } policy && policy != "Always")
            yield return FieldError.NotSupported("spec.template.spec.restartPolicy", policy, ["Always"]);
    }

    static void RollingUpdate(JsonObject strategy, JsonObject parameters)
    {
        strategy.SetDefault("type", "RollingUpdate");
        if (strategy.TextAt("type") != "RollingUpdate") return;
        var given = strategy.Child("rollingUpdate");
        foreach (var (name, value) in parameters) given.SetDefault(name, value?.DeepClone());
    }

    static JsonObject DaemonSetStatus() => new()
    {
        ["currentNumberScheduled"] = 0, ["numberMisscheduled"] = 0, ["desiredNumberScheduled"] = 0, ["numberReady"] = 0,
    };
}
