using Toolbox.Sandbox.Node.Pods;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class TerminationMessageTests
{
    [Fact]
    public void The_file_wins_over_the_log() => Assert.Equal("why", TerminationMessage.From("why", "FallbackToLogsOnError", 1, ["log"]));

    [Fact]
    public void The_log_is_used_only_for_failures_and_only_with_that_policy()
    {
        Assert.Equal("a\nb\n", TerminationMessage.From("", "FallbackToLogsOnError", 1, ["a", "b"]));
        Assert.Null(TerminationMessage.From("", "FallbackToLogsOnError", 0, ["a"]));
        Assert.Null(TerminationMessage.From(null, "File", 1, ["a"]));
    }

    [Fact]
    public void The_log_is_cut_to_80_lines_and_2048_bytes()
    {
        var many = TerminationMessage.From(null, "FallbackToLogsOnError", 1, [.. Enumerable.Range(1, 100).Select(number => $"{number}")])!;
        Assert.StartsWith("21\n", many);
        var wide = TerminationMessage.From(null, "FallbackToLogsOnError", 1, [new string('ä', 3000)])!;
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(wide), 2046, 2048);
        Assert.DoesNotContain('\uFFFD', wide);
    }
}
