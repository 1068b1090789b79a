namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>A theory over the recorded exchanges; skipped with a clear line where they are not beside the project.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class RecordedTheoryAttribute : TheoryAttribute
{
    public RecordedTheoryAttribute() => Skip = Recorded.Missing;
}
