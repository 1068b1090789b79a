using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>Persistent volume claims and volumes: the phase and the volume mode.</summary>
sealed class ClaimRules(bool volume) : KindRules
{
    public override bool AnswersWithObject => true;

    public override void Default(JsonObject item)
    {
        item.Child("spec").SetDefault("volumeMode", "Filesystem");
        if (volume) item.Child("spec").SetDefault("persistentVolumeReclaimPolicy", "Retain");
    }

    public override void PrepareForCreate(JsonObject item, RuleContext context) =>
        item["status"] = new JsonObject { ["phase"] = "Pending" };
}
