using System.Diagnostics;
using System.Text.Json.Nodes;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.Manual;

/// <summary>A sandbox with the manual's deployment that is ready, and a shell's view of it: kubectl, curl and flinkctl.</summary>
sealed class ManualWorld : IDisposable
{
    readonly TemporaryFolder _folder = new();
    Flinkctl _sandbox = null!;
    string _operator = "";

    public InstalledTool Kubectl { get; private set; } = null!;

    /// <summary>Which tool is not there, or null.</summary>
    public static string? Missing => InstalledTool.Missing ?? PathProgram.Missing("curl");

    public static async Task<ManualWorld> Begin()
    {
        var world = new ManualWorld();
        world._sandbox = Processes.Flinkctl.Start("sandbox", Samples.File("deployment.yaml"), "--kubeconfig", world._folder.Sub("kubeconfig"));
        await world._sandbox.Says("Everything is ready after");
        world.Kubectl = new InstalledTool("kubectl", world._folder.Sub("kubeconfig"), world._folder.Path);
        world._operator = (await world.Kubectl.Run("get pod -l app=flink-operator -o jsonpath={.items[0].status.podIP}")).Trim();
        return world;
    }

    /// <summary>Runs curl as the manual shows it, with a path below <c>/api/v1/</c>; gives the output that the envelope holds.</summary>
    public async Task<JsonNode?> Curl(string path, params string[] options)
    {
        var info = new ProcessStartInfo("curl", ["-s", "--max-time", "60", "-w", "\n%{http_code}", $"http://{_operator}:4444/api/v1/{path}", .. options])
        {
            RedirectStandardOutput = true, WorkingDirectory = _folder.Path,
        };
        using var process = Process.Start(info)!;
        using var limit = new CancellationTokenSource(Processes.Flinkctl.Patience);
        var lines = (await process.StandardOutput.ReadToEndAsync(limit.Token)).TrimEnd().Split('\n');
        await process.WaitForExitAsync(limit.Token);
        Assert.True(lines[^1] == "200", $"curl {path} {string.Join(' ', options)} ends with {process.ExitCode}: {string.Join(' ', lines)}");
        return Output(string.Join('\n', lines[..^1]));
    }

    /// <summary>Runs a client command of the manual; gives the output that the envelope holds.</summary>
    public async Task<JsonNode?> Flinkctl(string arguments)
    {
        using var flinkctl = Processes.Flinkctl.Start([.. arguments.Split(' '), $"--host={_operator}"]);
        var code = await flinkctl.Exit();
        Assert.True(code == 0, $"flinkctl {arguments} ends with {code}: {flinkctl.Output} {flinkctl.Errors}");
        return Output(flinkctl.Output);
    }

    /// <summary>Keeps the spec of a resource as a file, as the manual's example folder has them.</summary>
    public async Task KeepSpec(string resource, string file) => _folder.Write(file, await Kubectl.Run($"get {resource} -o jsonpath={{.spec}}"));

    public Task Until(string resource, string path, string value) => Kubectl.Run($"wait {resource} --for=jsonpath={{.status.{path}}}={value} --timeout=170s");

    public Task UntilThere(string resource) => Kubectl.Run($"wait {resource} --for=create --timeout=170s");

    public Task UntilGone(string resource) => Kubectl.Run($"wait {resource} --for=delete --timeout=170s");

    public void Dispose()
    {
        _sandbox.Dispose();
        _folder.Dispose();
    }

    static JsonNode? Output(string body)
    {
        var envelope = JsonNode.Parse(body)!;
        Assert.Equal("OK", (string?)envelope["status"]);
        return (string?)envelope["output"] is { Length: > 0 } output ? JsonNode.Parse(output) : null;
    }
}
