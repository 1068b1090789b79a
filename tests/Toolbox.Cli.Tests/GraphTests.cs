using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests;

/// <summary><c>flinkctl graph</c> draws what the documents show, in every format.</summary>
public sealed class GraphTests : IDisposable
{
    static readonly byte[] PngSignature = [0x89, .. "PNG\r\n"u8];

    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("cluster", "dot", "cluster.dot")]
    [InlineData("cluster", "mermaid", "cluster.mmd")]
    [InlineData("job", "dot", "job.dot")]
    [InlineData("job", "mermaid", "job.mmd")]
    public async Task Text_is_that_of_the_documents(string machine, string format, string document)
    {
        using var flinkctl = Flinkctl.Start("graph", machine, "--format", format, "--output", _folder.Sub("graph"));
        Assert.Equal(0, await flinkctl.Exit());
        var expected = await File.ReadAllTextAsync(Path.Combine(Samples.Root(), "docs", "graphs", document));
        Assert.Equal(expected.Trim(), (await File.ReadAllTextAsync(_folder.Sub("graph"))).Trim());
    }

    [Theory]
    [InlineData("cluster")]
    [InlineData("job")]
    public async Task Svg_shows_every_state(string machine)
    {
        using var flinkctl = Flinkctl.Start("graph", machine, "--format", "svg", "--state", "Started");
        Assert.Equal(0, await flinkctl.Exit());
        Assert.All(["<svg", "Unknown", "Starting", "Started", "Stopping", "Stopped", "Terminated"], word => Assert.Contains(word, flinkctl.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Png_is_a_picture()
    {
        using var flinkctl = Flinkctl.Start("graph", "job", "--format", "png", "-o", _folder.Sub("job.png"));
        Assert.Equal(0, await flinkctl.Exit());
        Assert.Equal(PngSignature, (await File.ReadAllBytesAsync(_folder.Sub("job.png")))[..PngSignature.Length]);
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("png")]
    public async Task Picture_without_Graphviz_is_refused_and_writes_nothing(string format)
    {
        using var flinkctl = Flinkctl.Start(
            new Dictionary<string, string?> { ["PATH"] = "/nowhere" }, "graph", "job", "--format", format, "-o", _folder.Sub("picture"));
        Assert.Equal(2, await flinkctl.Exit());
        Assert.Equal($"flinkctl: --format {format} needs Graphviz: there is no 'dot' on the PATH", flinkctl.Errors);
        Assert.False(File.Exists(_folder.Sub("picture")));
    }

    [Fact]
    public async Task Output_that_cannot_be_written_is_refused()
    {
        using var flinkctl = Flinkctl.Start("graph", "job", "-o", _folder.Sub("nowhere/picture"));
        Assert.Equal(2, await flinkctl.Exit());
        Assert.StartsWith("flinkctl: --output ", flinkctl.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_format_is_a_usage_error()
    {
        using var flinkctl = Flinkctl.Start("graph", "job", "--format", "gif");
        Assert.Equal(2, await flinkctl.Exit());
        Assert.Contains("gif", flinkctl.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
