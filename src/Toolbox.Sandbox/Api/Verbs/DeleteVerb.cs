using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Rules;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Deletes one object or a collection.</summary>
sealed class DeleteVerb(ApiState state, ObjectWriter writer)
{
    readonly ObjectRemover _remover = new(state, writer);

    public async Task<Answer> OneAsync(ApiCall call, ResourceType type)
    {
        var options = DeleteOptions.Parse(call, await ReadOptionsAsync(call));
        var target = call.Target;
        var warn = Propagation.OrphansByDefault(type, options);
        var (item, removed) = _remover.Remove(type, type.Namespaced ? target.Namespace : "", target.Name, options);
        if (warn) call.Warnings.Add(Propagation.JobWarning);
        if (!removed || RuleBook.For(type).AnswersWithObject) return new Answer.Single(200, type, item);
        var details = Refuse.Details(item.Name, type.Group, type.Plural);
        details["uid"] = item.Content.TextAt("metadata", "uid");
        return new Answer.Plain(200, new JsonObject { ["kind"] = "Status", ["apiVersion"] = "v1", ["metadata"] = new JsonObject(), ["status"] = "Success", ["details"] = details });
    }

    /// <summary>Deletes all that match; the answer lists them as they were.</summary>
    public async Task<Answer> ManyAsync(ApiCall call, ResourceType type)
    {
        var options = DeleteOptions.Parse(call, await ReadOptionsAsync(call));
        var select = ListOptions.Parse(call, type, watch: false);
        var items = new List<StoredObject>();
        var version = state.Store.Version;
        foreach (var item in state.Objects(type).Objects.Values)
        {
            if ((type.Namespaced && item.Namespace != call.Target.Namespace) || !select.Matches(item)) continue;
            try
            {
                _remover.Remove(type, item.Namespace, item.Name, options);
                items.Add(item);
            }
            catch (RequestRefused refused) when (refused.Code == 404)
            {
                // Another client was faster.
            }
        }
        return new Answer.Many(type, items, version, "", null);
    }

    static async Task<JsonObject?> ReadOptionsAsync(ApiCall call)
    {
        var text = await call.ReadBodyAsync();
        return text.Length == 0 ? null : BodyReader.Parse(call, text, "DeleteOptions", []);
    }
}
