using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>The naming and establishing conditions of a CustomResourceDefinition.</summary>
static class DefinitionStatus
{
    /// <summary>The definition with its next status; null when nothing is to be changed.</summary>
    public static JsonObject? Next(JsonObject definition, IEnumerable<JsonObject> others, string now)
    {
        var next = definition.Copy();
        var status = next.Child("status");
        if (Conflict(definition, others) is { } conflict)
        {
            Set(status, "NamesAccepted", "False", conflict.Reason, conflict.Message, now);
            if (status.ObjectsAt("conditions").All(item => item.TextAt("type") != "Established"))
                Set(status, "Established", "False", "NotAccepted", "not all names are accepted", now);
        }
        else
        {
            status["acceptedNames"] = definition.At("spec", "names")!.DeepClone();
            Set(status, "NamesAccepted", "True", "NoConflicts", "no conflicts found", now);
            Set(status, "Established", "True", "InitialNamesAccepted", "the initial names have been accepted", now);
        }
        if (definition.At("metadata", "deletionTimestamp") is not null)
            Set(status, "Terminating", "True", "InstanceDeletionInProgress", "CustomResource deletion is in progress", now);
        return next.SameAs(definition) ? null : next;
    }

    /// <summary>What the answer to a deletion says already, before anything else happens.</summary>
    public static void MarkTerminating(JsonObject definition, string now) => Set(
        definition.Child("status"), "Terminating", "True", "InstanceDeletionPending",
        "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon", now);

    static (string Reason, string Message)? Conflict(JsonObject definition, IEnumerable<JsonObject> others)
    {
        var names = definition.At("spec", "names");
        var taken = others.Where(other => other.TextAt("spec", "group") == definition.TextAt("spec", "group"))
            .Select(other => other.At("status", "acceptedNames")).Where(accepted => accepted.TextAt("kind") is { Length: > 0 }).ToList();
        var words = taken.SelectMany(accepted => (string?[])[accepted.TextAt("plural"), accepted.TextAt("singular"), .. accepted.TextsAt("shortNames")]).ToHashSet();
        var kinds = taken.SelectMany(accepted => (string?[])[accepted.TextAt("kind"), accepted.TextAt("listKind")]).ToHashSet();
        foreach (var (member, reason, set) in ((string, string, HashSet<string?>)[])
            [("plural", "PluralConflict", words), ("singular", "SingularConflict", words), ("kind", "KindConflict", kinds), ("listKind", "ListKindConflict", kinds)])
        {
            if (names.TextAt(member) is { } name && set.Contains(name)) return (reason, $"\"{name}\" is already in use");
        }
        return names.TextsAt("shortNames").FirstOrDefault(words.Contains) is { } shortName ? ("ShortNamesConflict", $"\"{shortName}\" is already in use") : null;
    }

    static void Set(JsonObject status, string type, string value, string reason, string message, string now)
    {
        var existing = status.ObjectsAt("conditions").FirstOrDefault(item => item.TextAt("type") == type);
        if (existing.TextAt("status") == value && existing.TextAt("reason") == reason) return;
        // The time is that of the change of the status, not of the reason.
        var since = existing.TextAt("status") == value ? existing.TextAt("lastTransitionTime") ?? now : now;
        if (existing?.Parent is JsonArray conditions) conditions.Remove(existing);
        status.AddTo("conditions", new JsonObject { ["type"] = type, ["status"] = value, ["lastTransitionTime"] = since, ["reason"] = reason, ["message"] = message });
    }
}
