namespace Toolbox.Sandbox.Api.Resources;

/// <summary>A subresource as discovery lists it, such as <c>deployments/scale</c>.</summary>
/// <param name="Group">Group of the kind when it differs from the resource's, else null.</param>
sealed record Subresource(string Name, string Kind, string? Group, string? Version, IReadOnlyList<string> Verbs);
