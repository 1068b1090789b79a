namespace Toolbox.Core.Tests;

/// <summary>A test against a file of the reference, which lies beside the project; skipped with a clear line where it does not.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute(string path) => Skip = ProjectFiles.MissingReference(path);
}
