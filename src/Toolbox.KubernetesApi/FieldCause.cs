namespace Toolbox.KubernetesApi;

/// <summary>One broken rule of a refused object (<c>details.causes</c> of a Status).</summary>
/// <param name="Field">Path of the field, for example <c>spec.replicas</c>; may be empty.</param>
/// <param name="Reason">Kind of the error, for example <c>FieldValueInvalid</c>.</param>
/// <param name="Message">The error in words.</param>
public sealed record FieldCause(string Field, string Reason, string Message);
