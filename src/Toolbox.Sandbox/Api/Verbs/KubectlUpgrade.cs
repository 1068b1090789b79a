using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>
/// What the server does for kubectl alone when an object passes from client-side to server-side apply (apimachinery's lastAppliedManager and
/// lastAppliedUpdater): fields that the annotation names and nobody changed since are taken without a conflict, and the annotation follows.
/// </summary>
static class KubectlUpgrade
{
    const string Manager = "kubectl";
    const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>Whether all conflicts are with what kubectl itself applied before from the client.</summary>
    public static bool Allows(JsonObject? live, IReadOnlyList<FieldConflict> conflicts, ApplyOptions options)
    {
        if (options.Manager != Manager || live is null || LastApplied(live) is not { } applied) return false;
        var changed = FieldComparison.Of(applied, live, options.Schema);
        var unchanged = OwnedFields.Of(applied, options.Schema).Difference(changed.Modified).Difference(changed.Removed);
        var allowed = unchanged.Paths().Select(FieldPathText.Of).ToHashSet(StringComparer.Ordinal);
        return conflicts.All(conflict => allowed.Contains(conflict.Path));
    }

    /// <summary>Writes the configuration into the annotation of an object that has one.</summary>
    public static void Annotate(JsonObject next, JsonObject configuration, string manager)
    {
        if (manager != Manager || next.TextAt("metadata", "annotations", Annotation) is not { Length: > 0 }) return;
        var copy = configuration.Copy();
        copy.Child("metadata").Remove("managedFields");
        if (copy.At("metadata", "annotations") is JsonObject annotations) annotations.Remove(Annotation);
        next.Child("metadata").Child("annotations")[Annotation] = GoText.Json(copy) + "\n";
    }

    static JsonObject? LastApplied(JsonObject live)
    {
        try
        {
            return live.TextAt("metadata", "annotations", Annotation) is { Length: > 0 } text ? JsonText.Read(System.Text.Encoding.UTF8.GetBytes(text)) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
