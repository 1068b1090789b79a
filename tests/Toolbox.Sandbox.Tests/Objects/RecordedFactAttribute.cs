namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>A test over the recorded exchanges; skipped with a clear line where they are not beside the project.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class RecordedFactAttribute : FactAttribute
{
    public RecordedFactAttribute() => Skip = Recorded.Missing;
}
