namespace Toolbox.Manifests;

/// <summary>Why an object cannot be rendered: the field of the custom resource and what is wrong with it.</summary>
/// <param name="Field">Path of the field, for example <c>spec.runtime.image</c>.</param>
/// <param name="Problem">What is wrong and what is allowed.</param>
public sealed record ManifestError(string Field, string Problem)
{
    public override string ToString() => $"{Field}: {Problem}";
}
