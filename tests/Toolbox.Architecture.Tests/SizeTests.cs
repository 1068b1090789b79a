using Xunit.Abstractions;

namespace Toolbox.Architecture.Tests;

/// <summary>Files stay small enough to be read at once.</summary>
public class SizeTests(ITestOutputHelper output)
{
    const int Longest = 400;

    [Fact]
    public void No_file_is_longer_than_400_lines() => Complaints.None(
        Repository.Sources.Where(file => file.Lines.Count > Longest).Select(file => $"{file.Path}: {file.Lines.Count} lines"),
        "Split the file along the words of its domain:");

    [Theory]
    [InlineData("src", 60, 200)]
    [InlineData("tests", 120, 300)]
    public void Most_files_are_small(string folder, int median, int ninety)
    {
        var sizes = Repository.Sources.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)).Select(file => file.Lines.Count).Order().ToList();
        var (half, most) = (sizes[sizes.Count / 2], sizes[(int)(sizes.Count * 0.9)]);
        output.WriteLine($"{folder}: {sizes.Count} files, median {half}, p90 {most}, longest {sizes[^1]} lines");
        Assert.True(half <= median && most <= ninety, $"{folder}: median {half} (at most {median}), p90 {most} (at most {ninety}): split the longest files");
    }
}
