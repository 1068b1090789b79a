using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests;

/// <summary>What <c>flinkctl plan</c> cannot read is named in one line.</summary>
public sealed class PlanTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public Task No_file_is_a_usage_error() => Refuses("--filename");

    [Fact]
    public Task A_file_that_is_missing_is_named() => Refuses("there is no file nowhere.yaml", "-f", "nowhere.yaml");

    [Fact]
    public Task A_folder_is_named() => Refuses("is a folder", "-f", _folder.Path);

    [Fact]
    public Task A_file_that_is_no_YAML_is_named() => Refuses("bad.yaml is neither YAML nor JSON", "-f", _folder.Write("bad.yaml", "kind: [FlinkCluster"));

    [Fact]
    public Task A_document_without_name_is_named() => Refuses("lacks apiVersion, kind or metadata.name", "-f", _folder.Write("nameless.yaml", "kind: FlinkCluster\nmetadata: {}\n"));

    [Fact]
    public Task A_document_that_is_no_object_is_named() => Refuses("an object is needed", "-f", _folder.Write("list.yaml", "- a\n- b\n"));

    [Fact]
    public Task Another_namespace_than_the_given_one_is_named() => Refuses(
        "a document is of the namespace theirs, which is not the given namespace ours",
        "-f", _folder.Write("a.yaml", Job("theirs")), "--namespace", "ours", "--kubeconfig", _folder.Write("kubeconfig", Kubeconfigs.At(1)));

    [Fact]
    public Task Documents_of_two_namespaces_are_refused() => Refuses(
        "several namespaces (mine, theirs)",
        "-f", _folder.Write("a.yaml", Job("mine")), "-f", _folder.Write("b.yaml", Job("theirs")), "--kubeconfig", _folder.Write("kubeconfig", Kubeconfigs.At(1)));

    public void Dispose() => _folder.Dispose();

    static string Job(string @namespace) => $"apiVersion: nextbreakpoint.com/v1\nkind: FlinkJob\nmetadata:\n  name: a\n  namespace: {@namespace}\n";

    static async Task Refuses(string words, params string[] arguments)
    {
        using var flinkctl = Flinkctl.Start(["plan", .. arguments]);
        Assert.Equal(2, await flinkctl.Exit());
        Assert.Contains(words, Assert.Single(flinkctl.Errors.Split('\n')), StringComparison.Ordinal);
        Assert.Equal("", flinkctl.Output);
    }
}
