namespace Toolbox.Core.Plans;

/// <summary>A field of a spec that changes.</summary>
/// <param name="Path">From the resource's top: <c>spec.runtime.image</c>, <c>spec.jobs[job-1].spec.bootstrap.arguments</c>.</param>
/// <param name="Before">Compact JSON; empty when the field is new.</param>
/// <param name="After">Compact JSON; empty when the field goes.</param>
public sealed record FieldChange(string Path, string Before, string After);
