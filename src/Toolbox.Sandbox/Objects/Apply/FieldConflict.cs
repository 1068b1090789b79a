namespace Toolbox.Sandbox.Objects;

/// <summary>A field that another manager owns and that an apply would change.</summary>
/// <param name="Path">Like <c>.spec.parts[name="x"].count</c>.</param>
public sealed record FieldConflict(string Manager, string Operation, string ApiVersion, string Subresource, string Path)
{
    /// <summary>The cause's message: <c>conflict with "writer" using apps/v1</c>; the version is named for updates only.</summary>
    public string Message => $"conflict with {Owner}";

    /// <summary>The Status message of all conflicts of a request.</summary>
    public static string Summary(IReadOnlyList<FieldConflict> conflicts)
    {
        if (conflicts is [var only]) return $"Apply failed with 1 conflict: {only.Message}: {only.Path}";
        var lines = conflicts.GroupBy(conflict => conflict.Owner).OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => group.Select(conflict => $"- {conflict.Path}").Prepend($"conflicts with {group.Key}:"));
        return $"Apply failed with {conflicts.Count} conflicts: {string.Join('\n', lines)}";
    }

    string Owner => GoText.Quote(Manager)
        + (Subresource.Length > 0 ? $" with subresource {GoText.Quote(Subresource)}" : "")
        + (Operation == FieldOwner.Update ? $" using {ApiVersion}" : "");
}
