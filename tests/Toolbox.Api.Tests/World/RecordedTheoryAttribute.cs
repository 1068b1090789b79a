namespace Toolbox.Api.Tests.World;

/// <summary>A theory over the recorded answers; skipped with a clear line where they are not beside the project.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class RecordedTheoryAttribute : TheoryAttribute
{
    public RecordedTheoryAttribute()
    {
        if (!Directory.Exists(Recorded.Folder)) Skip = $"The recorded answers are not there: {Recorded.Folder}";
    }
}
