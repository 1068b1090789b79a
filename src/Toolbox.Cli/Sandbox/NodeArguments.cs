using System.Collections.Immutable;
using System.CommandLine;
using Toolbox.Sandbox;

namespace Toolbox.Cli.Sandbox;

/// <summary>The options that say what runs in pods; those of the whole sandbox and of the node alone.</summary>
static class NodeArguments
{
    public static readonly Option<DirectoryInfo[]> FlinkHome = new("--flink-home") { Description = "Folder of a Flink distribution: Flink is real then. May be repeated.", DefaultValueFactory = _ => [] };
    public static readonly Option<DirectoryInfo[]> FlinkPlugin = new("--flink-plugin") { Description = "Folder with JARs that real Flink loads as a plugin. May be repeated.", DefaultValueFactory = _ => [] };
    public static readonly Option<string[]> Image = new("--image") { Description = "NAME=FOLDER: the files of an image. May be repeated.", DefaultValueFactory = _ => [] };
    public static readonly Option<FileInfo?> SampleJar = new("--sample-jar") { Description = "What images of jobs without files show as /flink-jobs.jar." };

    public static readonly IReadOnlyList<Option> All = [FlinkHome, FlinkPlugin, Image, SampleJar];

    public static ImmutableArray<string> Homes(ParseResult parsed) => [.. parsed.GetValue(FlinkHome)!.Select(home => home.FullName)];

    /// <exception cref="SandboxException">A folder that is not there or holds no JAR.</exception>
    public static ImmutableArray<string> Plugins(ParseResult parsed) => [.. parsed.GetValue(FlinkPlugin)!.Select(Checked)];

    /// <exception cref="SandboxException">The file is not there.</exception>
    public static string? Jar(ParseResult parsed) => parsed.GetValue(SampleJar) is not { } jar ? null
        : jar.Exists ? jar.FullName
        : throw new SandboxException($"--sample-jar: there is no file {jar.FullName}");

    static string Checked(DirectoryInfo plugin) => plugin.Exists && plugin.EnumerateFiles("*.jar").Any()
        ? plugin.FullName.TrimEnd('/')
        : throw new SandboxException($"--flink-plugin: {plugin.FullName} is not a folder with JARs");
}
