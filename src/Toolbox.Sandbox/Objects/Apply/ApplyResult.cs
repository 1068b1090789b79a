using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>What came of a server-side apply. Defaulting and validation of the new object are the caller's.</summary>
public abstract record ApplyResult
{
    ApplyResult() { }

    /// <param name="Object">The new object with its <c>metadata.managedFields</c>; to be stored.</param>
    public sealed record Applied(JsonObject Object) : ApplyResult;

    /// <summary>Neither content nor owners change: nothing is to be written.</summary>
    public sealed record Unchanged(JsonObject Object) : ApplyResult;

    /// <summary>409 with a cause <c>FieldManagerConflict</c> per field; the message is <see cref="FieldConflict.Summary"/>.</summary>
    public sealed record Conflicts(IReadOnlyList<FieldConflict> Fields) : ApplyResult;

    /// <param name="Reason">Empty for code 500.</param>
    public sealed record Refused(int Code, string Reason, string Message) : ApplyResult;
}
