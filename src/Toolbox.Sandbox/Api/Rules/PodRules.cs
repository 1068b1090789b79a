using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>Pods: defaults, what admission adds, the quality of service, and that a running pod's spec is fixed.</summary>
sealed class PodRules : KindRules
{
    const string Updatable =
        "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)";

    public override bool HasGeneration => true;
    public override bool AnswersWithObject => true;

    public override void Default(JsonObject item)
    {
        var spec = item.Child("spec");
        PodDefaults.Apply(spec);
        spec.SetDefault("enableServiceLinks", true);
        if (spec.FlagAt("hostNetwork") != true) return;
        foreach (var port in spec.ObjectsAt("containers").SelectMany(container => container.ObjectsAt("ports"))) port.SetDefault("hostPort", port["containerPort"]?.DeepClone());
    }

    public override void PrepareForCreate(JsonObject item, RuleContext context)
    {
        PodAdmission.Apply(item.Child("spec"));
        item["status"] = new JsonObject { ["phase"] = "Pending", ["qosClass"] = PodAdmission.QualityOfService(item.Child("spec")) };
    }

    public override void PrepareForUpdate(JsonObject next, JsonObject live, string subresource, RuleContext context)
    {
        base.PrepareForUpdate(next, live, subresource, context);
        if (subresource == "status" && live.TextAt("status", "qosClass") is { } quality) next.Child("status").SetDefault("qosClass", quality);
    }

    public override IEnumerable<FieldError> Validate(JsonObject item, JsonObject? live, RuleContext context) =>
    [
        .. PodSpecValidation.Validate(item.Child("spec"), "spec"),
        .. live is null ? [] : Changed(item, live),
    ];

    static IEnumerable<FieldError> Changed(JsonObject item, JsonObject live)
    {
        if (item.ObjectsAt("spec", "containers").Count() != live.ObjectsAt("spec", "containers").Count())
            yield return FieldError.Forbidden("spec.containers", "pod updates may not add or remove containers");
        else if (!SameButUpdatable(item, live)) yield return FieldError.Forbidden("spec", Updatable);
    }

    static bool SameButUpdatable(JsonObject item, JsonObject live) => Fixed(item).SameAs(Fixed(live));

    static JsonObject Fixed(JsonObject pod)
    {
        var spec = pod.Child("spec").Copy();
        foreach (var name in (string[])["activeDeadlineSeconds", "tolerations", "terminationGracePeriodSeconds", "nodeName", "schedulingGates"]) spec.Remove(name);
        foreach (var container in spec.ObjectsAt("containers").Concat(spec.ObjectsAt("initContainers")))
        {
            container.Remove("image");
            container.Remove("resources");
        }
        spec.Remove("ephemeralContainers");
        return spec;
    }
}
