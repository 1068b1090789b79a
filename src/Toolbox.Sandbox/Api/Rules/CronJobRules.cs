using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>CronJobs: stored and defaulted; no controller runs them here.</summary>
sealed class CronJobRules : KindRules
{
    public override bool HasGeneration => true;

    public override void Default(JsonObject item)
    {
        var spec = item.Child("spec");
        spec.SetDefault("concurrencyPolicy", "Allow");
        spec.SetDefault("suspend", false);
        spec.SetDefault("successfulJobsHistoryLimit", 3);
        spec.SetDefault("failedJobsHistoryLimit", 1);
        spec.Child("jobTemplate").Child("metadata");
        JobRules.DefaultSpec(spec.Child("jobTemplate").Child("spec"));
    }

    public override void PrepareForCreate(JsonObject item, RuleContext context) => item["status"] = new JsonObject();

    public override IEnumerable<FieldError> Validate(JsonObject item, JsonObject? live, RuleContext context)
    {
        if (string.IsNullOrEmpty(item.TextAt("spec", "schedule"))) yield return FieldError.Required("spec.schedule");
        var template = item.Child("spec").Child("jobTemplate").Child("spec").Child("template").Child("spec");
        foreach (var error in PodSpecValidation.Validate(template, "spec.jobTemplate.spec.template.spec")) yield return error;
    }
}
