using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>What is peculiar to one kind: defaults, what a create or an update may touch, validation (the registry strategies of the real server).</summary>
abstract class KindRules
{
    /// <summary>Whether <c>metadata.generation</c> counts the changes of the desired state.</summary>
    public virtual bool HasGeneration => false;

    /// <summary>Whether a PUT to a missing object creates it.</summary>
    public virtual bool CreatesOnUpdate => false;

    /// <summary>Whether a PUT without resource version is accepted.</summary>
    public virtual bool UpdatesUnconditionally => true;

    /// <summary>Whether a deletion answers the object instead of a Status.</summary>
    public virtual bool AnswersWithObject => false;

    /// <summary>How names are restricted.</summary>
    public virtual NameRule Names => NameRule.Subdomain;

    /// <summary>Fills in what the object leaves open; part of decoding, so every write passes here.</summary>
    public virtual void Default(JsonObject item)
    {
    }

    public virtual void PrepareForCreate(JsonObject item, RuleContext context) => item.Remove("status");

    /// <summary>Restores in <paramref name="next"/> what the URL does not allow to change.</summary>
    /// <param name="subresource">Empty for the main resource.</param>
    public virtual void PrepareForUpdate(JsonObject next, JsonObject live, string subresource, RuleContext context)
    {
        if (subresource == "status") KeepAllBut(next, live, "status");
        else Keep(next, live, "status");
    }

    /// <param name="live">The object before an update; null on create.</param>
    public virtual IEnumerable<FieldError> Validate(JsonObject item, JsonObject? live, RuleContext context) => [];

    /// <summary>Whether the desired state differs, so that the generation moves.</summary>
    public virtual bool IsDesiredStateChanged(JsonObject next, JsonObject live) => !next.At("spec").SameAs(live.At("spec"));

    protected static void Keep(JsonObject next, JsonObject live, string member)
    {
        if (live.ContainsKey(member)) next[member] = live[member]?.DeepClone();
        else next.Remove(member);
    }

    // A status write keeps labels too; annotations, finalizers and owners of built-in kinds may come along with it.
    static void KeepAllBut(JsonObject next, JsonObject live, string member)
    {
        foreach (var name in next.Select(item => item.Key).Concat(live.Select(item => item.Key)).Distinct().ToList())
        {
            if (name != member && name != "metadata") Keep(next, live, name);
        }
        Keep(next.Child("metadata"), live.Child("metadata"), "labels");
    }
}
