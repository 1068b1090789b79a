using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>What came of a patch: the new object (the target is never changed) or the Status that the server answers.</summary>
public abstract record PatchResult
{
    PatchResult() { }

    public sealed record Patched(JsonObject Object) : PatchResult;

    /// <param name="Code">HTTP status.</param>
    /// <param name="Reason">Status reason; empty where the server leaves it out (code 500).</param>
    /// <param name="Message">Status message.</param>
    public sealed record Refused(int Code, string Reason, string Message) : PatchResult;
}
