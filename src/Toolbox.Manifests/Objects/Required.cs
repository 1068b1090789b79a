using LanguageExt;

namespace Toolbox.Manifests;

/// <summary>
/// Fields without which an object cannot be rendered. The schema requires them too; an object that was stored before may still lack one.
/// </summary>
static class Required
{
    public static Either<ManifestError, string> Text(string? value, string field) =>
        string.IsNullOrWhiteSpace(value) ? new ManifestError(field, "a value is required") : value;

    public static Either<ManifestError, T> Part<T>(T? value, string field) where T : class =>
        value is null ? new ManifestError(field, "this part is required") : value;
}
