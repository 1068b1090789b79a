using System.Text.Json;
using System.Text.RegularExpressions;
using Toolbox.Cli.Tests.Processes;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Tests;

/// <summary>What operator and supervisor tell of themselves while a job starts: metrics, and logs that hold no secret.</summary>
public sealed class ServerReportTests : IDisposable
{
    const string Secret = "a-Secret-that-nobody-may-read";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Operator_and_supervisor_are_measured_and_log_one_JSON_object_a_line_without_secrets()
    {
        // Secrets in all places where users put them although they should not.
        var sample = (await File.ReadAllTextAsync(Samples.File("cluster-with-job.yaml")))
            .Replace("    - --CONSOLE_OUTPUT", $"    - --password={Secret}\n    - --CONSOLE_OUTPUT", StringComparison.Ordinal)
            .Replace("  jobManager:", $"  jobManager:\n    environment:\n    - name: PASSWORD\n      value: {Secret}\n    annotations:\n      password: {Secret}", StringComparison.Ordinal);
        using var sandbox = Flinkctl.Start("sandbox", _folder.Write("sample.yaml", sample), "--kubeconfig", _folder.Sub("kubeconfig"));
        await sandbox.Says("FlinkJob", "RUNNING");
        using var client = KubernetesApiClient.Connect(ApiConnections.FromKubeconfig(_folder.Sub("kubeconfig")));

        var operating = await Pod(client, "app=flink-operator");
        await Measures(operating.Ip, "flinkctl_leader\\{lease=\"leader-election-operator\"\\} 1\n");
        await Measures(operating.Ip, "flink_operator_job_status\\{namespace=\"[a-z-]+\",status=\"Start(ing|ed)\"\\} 1\n");
        var supervising = await Pod(client, "role=supervisor");
        await Measures(supervising.Ip, "flinkctl_commands_total\\{command=\"WriteStatus\",outcome=\"done\"\\}");
        await Measures(supervising.Ip, "flinkctl_job_state_seconds\\{namespace=\"[a-z-]+\",flink_job=\"cluster-3-job-1\",state=\"Start(ing|ed)\"\\}");
        await Measures(supervising.Ip, "flinkctl_flink_call_duration_seconds_count\\{call=\"GET overview\",outcome=\"ok\"\\}");

        foreach (var pod in new[] { operating, supervising })
        {
            var log = await Log(client, pod);
            Assert.DoesNotContain(Secret, log);
            // The last line may still be being written.
            Assert.All(log[..log.LastIndexOf('\n')].Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.True(JsonDocument.Parse(line).RootElement.TryGetProperty("@t", out _), line));
            Assert.Contains("\"Rule\":", log);
        }
        Assert.DoesNotContain(Secret, await Metrics(operating.Ip) + await Metrics(supervising.Ip));
    }

    static async Task<(string Namespace, string Name, string Ip)> Pod(KubernetesApiClient client, string selector)
    {
        (string, string, string)? found = null;
        using var limit = new CancellationTokenSource(Flinkctl.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (found is null)
        {
            var answer = await client.List(ResourceTypes.Pods, null, new ListOptions { LabelSelector = selector }, limit.Token);
            if (answer.IsOk(out var list) && list.Items.FirstOrDefault(pod => pod.Status?.PodIP is not null) is { } pod)
                found = (pod.Metadata.NamespaceProperty, pod.Metadata.Name, pod.Status.PodIP);
            else await timer.WaitForNextTickAsync(limit.Token);
        }
        return found.Value;
    }

    /// <summary>Scrapes until a line is there: caches and counters follow the change of the job's state.</summary>
    static async Task Measures(string address, string pattern)
    {
        using var limit = new CancellationTokenSource(Flinkctl.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (var text = await Metrics(address); !Regex.IsMatch(text, pattern); text = await Metrics(address))
        {
            Assert.False(limit.IsCancellationRequested, $"{pattern} does not come in\n{text}");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    static async Task<string> Metrics(string address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Flinkctl.Patience };
        using var response = await http.GetAsync(new Uri($"http://{address}:8080/metrics"));
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        return await response.Content.ReadAsStringAsync();
    }

    static async Task<string> Log(KubernetesApiClient client, (string Namespace, string Name, string Ip) pod)
    {
        var answer = await client.Logs(pod.Namespace, pod.Name, new LogOptions());
        Assert.True(answer.IsOk(out var stream), answer.Describe());
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
