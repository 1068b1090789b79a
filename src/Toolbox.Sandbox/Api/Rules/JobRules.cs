using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>Jobs: the selector is generated from the uid, and the template is fixed.</summary>
sealed class JobRules : KindRules
{
    const string Uid = "batch.kubernetes.io/controller-uid";
    const string Name = "batch.kubernetes.io/job-name";

    public override bool HasGeneration => true;

    public override void Default(JsonObject item)
    {
        var spec = item.Child("spec");
        DefaultSpec(spec);
        // A job that counts neither is complete when one pod succeeds.
        if (spec["completions"] is null && spec["parallelism"] is null)
        {
            spec["completions"] = 1;
            spec["parallelism"] = 1;
        }
        spec.SetDefault("parallelism", 1);
        spec.SetDefault("backoffLimit", spec["backoffLimitPerIndex"] is null ? 6 : int.MaxValue);
        spec.SetDefault("manualSelector", false);
        spec.SetDefault("completionMode", "NonIndexed");
        spec.SetDefault("suspend", false);
        spec.SetDefault("podReplacementPolicy", "TerminatingOrFailed");
    }

    /// <summary>The defaults that also hold inside a CronJob's template.</summary>
    public static void DefaultSpec(JsonObject spec)
    {
        var template = spec.Child("template").Child("spec");
        template["restartPolicy"] ??= "";
        PodDefaults.Apply(template);
        if (template.TextAt("restartPolicy") == "") template["restartPolicy"] = "Always";
    }

    public override void PrepareForCreate(JsonObject item, RuleContext context)
    {
        item["status"] = new JsonObject();
        var spec = item.Child("spec");
        if (spec.FlagAt("manualSelector") == true) return;
        var (uid, name) = (item.TextAt("metadata", "uid")!, item.TextAt("metadata", "name")!);
        foreach (var labels in (JsonObject[])[item.Child("metadata").Child("labels"), spec.Child("template").Child("metadata").Child("labels")])
        {
            labels[Uid] = uid;
            labels[Name] = name;
            labels["controller-uid"] = uid;
            labels["job-name"] = name;
        }
        spec["selector"] = new JsonObject { ["matchLabels"] = new JsonObject { [Uid] = uid } };
    }

    public override IEnumerable<FieldError> Validate(JsonObject item, JsonObject? live, RuleContext context)
    {
        var spec = item.Child("spec");
        var template = spec.Child("template").Child("spec");
        foreach (var error in PodSpecValidation.Validate(template, "spec.template.spec")) yield return error;
        if (template.TextAt("restartPolicy") == "Always")
            yield return FieldError.Required("spec.template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\"");
        foreach (var member in (string[])["parallelism", "completions", "backoffLimit", "activeDeadlineSeconds", "ttlSecondsAfterFinished"])
        {
            if (spec.NumberAt(member) < 0) yield return FieldError.Invalid($"spec.{member}", spec.NumberAt(member), "must be greater than or equal to 0");
        }
        if (live is null) yield break;
        foreach (var member in (string[])["selector", "template", "completionMode"])
        {
            var fixedWhileRunning = member != "template" || live.FlagAt("spec", "suspend") != true;
            if (fixedWhileRunning && !spec.At(member).SameAs(live.At("spec", member)))
                yield return FieldError.Invalid($"spec.{member}", spec.At(member), "field is immutable");
        }
    }
}
