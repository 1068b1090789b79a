namespace Toolbox.Cli.Tests.Client;

/// <summary>A theory over the output of the older client; skipped with a clear line where it is not beside the project.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class RecordedTheoryAttribute : TheoryAttribute
{
    public RecordedTheoryAttribute() => Skip = RecordedAnswerTests.Missing;
}
