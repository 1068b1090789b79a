using System.Diagnostics;
using System.Text.RegularExpressions;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests;

/// <summary>The REST API of real operators: where the sandbox says that it is, and of one that stands by.</summary>
public sealed partial class RestApiTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Every_replica_of_the_operator_answers()
    {
        using var sandbox = Flinkctl.Start("sandbox", Samples.File("cluster-with-job.yaml"), "--kubeconfig", _folder.Sub("kubeconfig"));
        await sandbox.Says("Everything is ready");
        var leader = sandbox.Lines.Single(text => text.StartsWith("REST API ", StringComparison.Ordinal)).Split(' ')[^1];
        using var standby = Flinkctl.Start(
            new Dictionary<string, string?> { ["FLINKCTL_LISTEN_ADDRESS"] = "127.0.0.1" },
            "operator", "run", "--kubeconfig", _folder.Sub("kubeconfig"), "--namespace", "flink-jobs", "--port", "0", "--monitoring-port", "0");
        await standby.Says("{Leader} leads");
        var other = Address().Match(standby.Output).Groups[1].Value.TrimEnd('/') + "/api/v1";
        using var http = new HttpClient();
        foreach (var url in new[] { leader, other })
        {
            Assert.StartsWith("""{"status":"OK","output":"[\""", await Ready(http, $"{url}/clusters"), StringComparison.Ordinal);
            using var client = Flinkctl.Start("clusters", "list", $"--host={new Uri(url).Host}", $"--port={new Uri(url).Port}", "-o", "json");
            Assert.Equal(0, await client.Exit());
            Assert.Contains("cluster-", client.Output, StringComparison.Ordinal);
        }
        standby.Signal(System.Runtime.InteropServices.PosixSignal.SIGTERM);
        Assert.Equal(0, await standby.Exit());
    }

    public void Dispose() => _folder.Dispose();

    // Until its caches are filled an operator answers 503.
    static async Task<string> Ready(HttpClient http, string url)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            using var response = await http.GetAsync(url);
            var body = await response.Content.ReadAsStringAsync();
            if (response.IsSuccessStatusCode) return body;
            Assert.True(watch.Elapsed < Flinkctl.Patience, body);
        }
    }

    [GeneratedRegex("\"Url\":\"([^\"]+)\"")]
    private static partial Regex Address();
}
