using System.Text.RegularExpressions;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests;

/// <summary>Nothing is read from the environment that the README does not explain.</summary>
public sealed partial class EnvironmentVariableTests
{
    [Fact]
    public async Task The_README_explains_every_variable_of_ours()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Samples.Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"));
        var names = (await Task.WhenAll(sources.Select(file => File.ReadAllTextAsync(file)))).SelectMany(text => Variable().Matches(text).Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.True(names.Count >= 8, string.Join(' ', names));
        var readme = await File.ReadAllTextAsync(Path.Combine(Samples.Root(), "README.md"));
        Assert.DoesNotContain(names, name => !readme.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [GeneratedRegex("\"(FLINKCTL_[A-Z_]+|[A-Z]+STORE_SECRET|POD_NAME|KUBECONFIG|NO_COLOR|FORCE_COLOR)\"")]
    private static partial Regex Variable();
}
