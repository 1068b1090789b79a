using System.Net;
using System.Net.Sockets;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests;

/// <summary>What the sandbox cannot do ends in one line on standard error and exit code 2.</summary>
public sealed class SandboxRefusalTests : IDisposable
{
    static readonly Dictionary<string, string?> WithoutJava = new() { ["PATH"] = "/nowhere", ["JAVA_HOME"] = null };

    readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Port_in_use_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await Refuses([], $"port {port}", "sandbox", "--port", $"{port}");
    }

    [Fact]
    public Task Missing_file_is_named() => Refuses([], "there is no file nowhere.yaml", "sandbox", "nowhere.yaml");

    [Fact]
    public Task Folder_instead_of_a_file_is_named() => Refuses([], "is a folder", "sandbox", _folder.Path);

    [Fact]
    public Task File_that_is_not_YAML_is_named() =>
        Refuses([], "bad.yaml: a manifest is not YAML", "sandbox", "--no-operator", _folder.Write("bad.yaml", "kind: [FlinkCluster"));

    [Fact]
    public Task Object_that_the_API_server_refuses_is_named_with_the_field() =>
        Refuses([], "spec.cluster", "sandbox", "--no-operator", _folder.Write(
            "empty.yaml", "apiVersion: nextbreakpoint.com/v1\nkind: FlinkDeployment\nmetadata: {name: a}\nspec: {}"));

    [Fact]
    public Task Kubeconfig_that_cannot_be_written_is_named() =>
        Refuses([], "kubeconfig", "sandbox", "--kubeconfig", Path.Combine(_folder.Write("file", ""), "kubeconfig"));

    [Fact]
    public Task Kubeconfig_that_does_not_parse_is_named() =>
        Refuses([], "cannot be used", "sandbox", "node", "--kubeconfig", _folder.Write("kubeconfig", "clusters: [\n- nonsense"));

    [Fact]
    public Task API_server_that_does_not_answer_is_named() => Refuses([], "cannot be registered at https://127.0.0.1:1", "sandbox", "node", "--kubeconfig", _folder.Write("kubeconfig", """
        apiVersion: v1
        kind: Config
        clusters: [{name: a, cluster: {server: "https://127.0.0.1:1"}}]
        users: [{name: a, user: {token: t}}]
        contexts: [{name: a, context: {cluster: a, user: a}}]
        current-context: a
        """));

    [Fact]
    public Task Kubeconfig_that_is_missing_is_named() =>
        Refuses([], "does not exist", "sandbox", "node", "--kubeconfig", _folder.Sub("kubeconfig"));

    [Fact]
    public Task Flink_without_Java_is_refused()
    {
        _folder.Write("flink/lib/flink-dist-1.20.5.jar", "");
        return Refuses(WithoutJava, "Java", "sandbox", "--no-operator", "--flink-home", _folder.Sub("flink"));
    }

    [Fact]
    public Task Folder_that_is_no_Flink_is_named() =>
        Refuses([], "is not a Flink distribution", "sandbox", "--flink-home", _folder.Path);

    [Theory]
    [InlineData("--flink-plugin", "is not a folder with JARs")]
    [InlineData("--sample-jar", "there is no file")]
    public Task Files_for_pods_that_are_missing_are_named(string option, string words) => Refuses([], words, "sandbox", option, _folder.Sub("nothing"));

    [Theory]
    [InlineData("--addresses", "10.0.0.0/33", "is not an IPv4 range")]
    [InlineData("--host-address", "nowhere", "is not an IP address")]
    public Task Addresses_of_a_node_that_are_none_are_named(string option, string value, string words) =>
        Refuses([], words, "sandbox", "node", "--kubeconfig", _folder.Sub("kubeconfig"), option, value);

    [Fact]
    public Task Text_that_the_YAML_library_stumbles_over_is_refused_with_its_place() =>
        Refuses([], "deep.yaml: a manifest is not YAML: line 1, column ", "sandbox", "--no-operator", _folder.Write("deep.yaml", new string('[', 10_000)));

    [Fact]
    public Task Image_without_a_folder_is_refused() => Refuses([], "NAME=FOLDER", "sandbox", "--image", "jobs");

    [Fact]
    public async Task Port_that_does_not_exist_is_a_usage_error()
    {
        using var flinkctl = Flinkctl.Start("sandbox", "--port", "70000");
        Assert.Equal(2, await flinkctl.Exit());
        Assert.Contains("--port 70000: a number from 0 to 65535 is needed", flinkctl.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_folder_of_another_sandbox_is_refused()
    {
        using var theLock = new FileStream(_folder.Write("lock", ""), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        await Refuses([], "in use by another sandbox", "sandbox", "--data-dir", _folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    static async Task Refuses(Dictionary<string, string?> variables, string words, params string[] arguments)
    {
        using var flinkctl = Flinkctl.Start(variables, arguments);
        var code = await flinkctl.Exit();
        Assert.True(code == 2, $"Exit code {code}:\n{flinkctl.Output}\n{flinkctl.Errors}");
        var line = Assert.Single(flinkctl.Errors.Split('\n'));
        Assert.StartsWith("flinkctl: ", line, StringComparison.Ordinal);
        Assert.Contains(words, line, StringComparison.Ordinal);
    }
}
