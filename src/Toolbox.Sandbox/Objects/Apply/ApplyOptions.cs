namespace Toolbox.Sandbox.Objects;

/// <summary>How a server-side apply is to be done.</summary>
/// <param name="Manager">The request's <c>fieldManager</c>.</param>
/// <param name="Force">Take fields over from other managers instead of reporting conflicts.</param>
/// <param name="Subresource"><c>status</c>, <c>scale</c> or empty.</param>
/// <param name="ApiVersion">The version of the request's path.</param>
/// <param name="Time">Now, as <c>2006-01-02T15:04:05Z</c>.</param>
/// <param name="Schema">The kind's fields.</param>
/// <param name="ResetFields">Dotted paths that this endpoint ignores; see <see cref="ResetFields"/>.</param>
public sealed record ApplyOptions(
    string Manager, bool Force, string Subresource, string ApiVersion, string Time, FieldSchema Schema, IReadOnlyList<string>? ResetFields = null);
