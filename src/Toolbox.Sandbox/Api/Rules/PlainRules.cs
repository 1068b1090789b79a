using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>Kinds without peculiarities beyond a few switches.</summary>
sealed class PlainRules : KindRules
{
    readonly bool _generation;
    readonly bool _createsOnUpdate;
    readonly bool _answersWithObject;
    readonly NameRule _names;

    public PlainRules(bool generation = false, bool createsOnUpdate = false, bool answersWithObject = false, NameRule names = NameRule.Subdomain) =>
        (_generation, _createsOnUpdate, _answersWithObject, _names) = (generation, createsOnUpdate, answersWithObject, names);

    public override bool HasGeneration => _generation;
    public override bool CreatesOnUpdate => _createsOnUpdate;
    public override bool AnswersWithObject => _answersWithObject;
    public override NameRule Names => _names;

    // A kind without status keeps everything; only those with a generation split it off.
    public override void PrepareForCreate(JsonObject item, RuleContext context)
    {
        if (context.Type.SubresourceNamed("status") is not null) item["status"] = new JsonObject();
    }

    public override void PrepareForUpdate(JsonObject next, JsonObject live, string subresource, RuleContext context)
    {
        if (context.Type.SubresourceNamed("status") is not null) base.PrepareForUpdate(next, live, subresource, context);
    }
}
