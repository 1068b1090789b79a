using System.Diagnostics;
using Toolbox.Flink.Tests.Contract;

namespace Toolbox.Flink.Tests;

/// <summary>The checker of the sample jobs' output finds what it is there for.</summary>
public sealed class SampleOutputTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("sample-output-").FullName;

    [Fact]
    public void Numbers_in_any_order_and_any_number_of_files_are_fine()
    {
        Write("a/part-0", "1 1 1", "3 3 1", "2 2 1");
        Write("b/part-1", "1 11 2", "0 10 1", "4 4 1", "5 5 1", "6 6 1", "7 7 1", "8 8 1", "9 9 1");
        Assert.Equal((0, "11 numbers, each counted once"), Check());
    }

    [Theory]
    [InlineData("number 2 is there twice", "1 1 1", "2 2 1", "2 2 2")]
    [InlineData("numbers 2 to 2 are missing", "1 1 1", "3 3 1")]
    [InlineData("count 1 of key 1 is there twice", "1 1 1", "1 2 1")]
    [InlineData("key 1: counted to 3 with 2 numbers", "1 1 1", "1 2 3")]
    [InlineData("no numbers")]
    public void What_is_wrong_is_named(string text, params string[] lines)
    {
        Write("part-0", lines);
        var (code, output) = Check();
        Assert.Equal(1, code);
        Assert.Contains(text, output);
    }

    [Fact]
    public void Files_that_are_not_committed_do_not_count()
    {
        Write("part-0", "1 1 1");
        Write(".part-1.inprogress", "1 1 1");
        Assert.Equal((0, "1 numbers, each counted once"), Check());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    void Write(string file, params string[] lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
        File.WriteAllLines(Path.Combine(folder, file), lines);
    }

    (int Code, string Output) Check()
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(RealFlink.Root, "tools/check-sample-output"), [folder]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd().Trim();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        return (process.ExitCode, output);
    }
}
