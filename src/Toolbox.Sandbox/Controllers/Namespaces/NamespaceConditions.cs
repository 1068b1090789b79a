using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Controllers.Namespaces;

/// <summary>The five conditions of a namespace that is being deleted.</summary>
static class NamespaceConditions
{
    public static JsonArray Of(JsonObject item, ContentReport report, string now)
    {
        var conditions = new JsonArray();
        Add("NamespaceDeletionDiscoveryFailure", false, "ResourcesDiscovered", "All resources successfully discovered");
        Add("NamespaceDeletionGroupVersionParsingFailure", false, "ParsedGroupVersions", "All legacy kube types successfully parsed");
        if (report.Failures.Count == 0)
            Add("NamespaceDeletionContentFailure", false, "ContentDeleted", "All content successfully deleted, may be waiting on finalization");
        else Add("NamespaceDeletionContentFailure", true, "ContentDeletionFailed", string.Join(", ", report.Failures));
        if (report.Remaining.Count == 0) Add("NamespaceContentRemaining", false, "ContentRemoved", "All content successfully removed");
        else Add("NamespaceContentRemaining", true, "SomeResourcesRemain", $"Some resources are remaining: {Counts(report.Remaining, "has")}");
        if (report.Finalizers.Count == 0) Add("NamespaceFinalizersRemaining", false, "ContentHasNoFinalizers", "All content-preserving finalizers finished");
        else Add("NamespaceFinalizersRemaining", true, "SomeFinalizersRemain", $"Some content in the namespace has finalizers remaining: {Counts(report.Finalizers, "in")}");
        return conditions;

        void Add(string type, bool status, string reason, string message)
        {
            var text = status ? "True" : "False";
            var before = item.ObjectsAt("status", "conditions").FirstOrDefault(condition => condition.TextAt("type") == type);
            var transition = before.TextAt("status") == text ? before.TextAt("lastTransitionTime") : null;
            JsonNode condition = new JsonObject
            {
                ["type"] = type,
                ["status"] = text,
                ["lastTransitionTime"] = transition ?? now,
                ["reason"] = reason,
                ["message"] = message,
            };
            conditions.Add(condition);
        }
    }

    static string Counts(IReadOnlyDictionary<string, int> counts, string word) =>
        string.Join(", ", counts.Select(count => $"{count.Key} {word} {count.Value} resource instances"));
}
