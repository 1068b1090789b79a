using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// Moving from client-side to server-side apply (apimachinery's lastAppliedManager and lastAppliedUpdater): fields that <c>kubectl apply</c>
/// recorded in its annotation and that nobody changed since are no conflict for the manager <c>kubectl</c>, and the annotation then follows
/// what is applied.
/// </summary>
internal static class ClientSideApply
{
    const string Manager = "kubectl";
    const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>Whether all conflicts are with what the same user applied before.</summary>
    public static bool Allows(IReadOnlyList<FieldConflict> conflicts, JsonObject? live, ApplyOptions options)
    {
        if (options.Manager != Manager || live is null || LastApplied(live) is not { } last) return false;
        var since = FieldComparison.Of(last, live, options.Schema);
        var unchanged = OwnedFields.Of(last, options.Schema).Difference(since.Modified).Difference(since.Removed);
        var allowed = unchanged.Paths().Select(FieldPathText.Of).ToHashSet(StringComparer.Ordinal);
        return conflicts.All(conflict => allowed.Contains(conflict.Path));
    }

    /// <summary>Sets the annotation of the new object where it has one.</summary>
    public static void Follow(JsonObject @object, JsonObject applied, string manager)
    {
        if (manager != Manager || @object["metadata"]?["annotations"] is not JsonObject annotations || !annotations.ContainsKey(Annotation)) return;
        var configuration = FieldOwners.Detach(applied);
        (configuration["metadata"]?["annotations"] as JsonObject)?.Remove(Annotation);
        annotations[Annotation] = GoText.Json(configuration) + "\n";
    }

    static JsonObject? LastApplied(JsonObject live)
    {
        if (StrategicDirectives.Text((live["metadata"]?["annotations"] as JsonObject)?[Annotation]) is not { } text) return null;
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
