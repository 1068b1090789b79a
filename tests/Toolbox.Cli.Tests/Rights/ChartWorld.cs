using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.Rights;

/// <summary>A sandbox that evaluates roles, with the three charts installed by the real helm and nothing else.</summary>
sealed class ChartWorld : IDisposable
{
    public const string Jobs = "flink-jobs", Home = "flink-operator", Action = "operator.nextbreakpoint.com/requested-action", AliceToken = "token-of-alice";

    readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(60) };
    readonly Flinkctl _sandbox;

    ChartWorld(Flinkctl sandbox, TemporaryFolder folder)
    {
        (_sandbox, Folder) = (sandbox, folder);
        Kubectl = new InstalledTool("kubectl", folder.Sub("kubeconfig"), folder.Path);
        Helm = new InstalledTool("helm", folder.Sub("kubeconfig"), folder.Path);
        Audit = new AuditedRights(folder.Sub("audit.log"));
    }

    public TemporaryFolder Folder { get; }

    public InstalledTool Kubectl { get; }

    public InstalledTool Helm { get; }

    public AuditedRights Audit { get; }

    /// <param name="operatorValues">Values of the operator's chart, as helm's options.</param>
    public static async Task<ChartWorld> Start(TemporaryFolder folder, string roleValues, string operatorValues)
    {
        var users = folder.Write("users.csv", $"{AliceToken},alice,1\n");
        var sandbox = Flinkctl.Start("sandbox", "--bare", "--kubeconfig", folder.Sub("kubeconfig"), "--authorization-mode", "RBAC",
            "--token-auth-file", users, "--audit-log-path", folder.Sub("audit.log"));
        var world = new ChartWorld(sandbox, folder);
        await sandbox.Says("kubeconfig");
        foreach (var space in new[] { Home, Jobs }) await world.Kubectl.Run($"create namespace {space}");
        await world.Helm.Run("install flink-k8s-toolbox-crd helm/flink-k8s-toolbox-crd");
        await world.Helm.Run($"install flink-k8s-toolbox-roles helm/flink-k8s-toolbox-roles -n {Home} --set targetNamespace={Jobs} {roleValues}");
        await world.Helm.Run($"install flink-k8s-toolbox-operator helm/flink-k8s-toolbox-operator -n {Home} --set targetNamespace={Jobs} {operatorValues}");
        await world.Kubectl.Run($"-n {Home} rollout status deployment flink-operator --timeout=170s");
        return world;
    }

    /// <summary>kubectl in Flink's namespace.</summary>
    public Task<string> Do(string arguments) => Kubectl.Run($"-n {Jobs} {arguments}");

    /// <summary>Waits until a resource shows a value at a path of its JSON.</summary>
    public Task Shows(string resource, string path, string value) => Do($"wait {resource} --for=jsonpath={{{path}}}={value} --timeout=170s");

    /// <summary>The address of a replica of the operator.</summary>
    public async Task<string> OperatorAddress() => await Kubectl.Run($"-n {Home} get pods -l app=flink-operator -o jsonpath={{.items[0].status.podIP}}");

    /// <summary>A request to the operator's REST API; the code and the envelope.</summary>
    public async Task<(int Code, JsonNode Body)> Rest(string method, string path, string? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"http://{await OperatorAddress()}:4444/api/v1{path}");
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _client.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    /// <summary>A request that must be answered with 200.</summary>
    public async Task Ask(string method, string path, string? body = null)
    {
        var (code, answer) = await Rest(method, path, body);
        Assert.True(code == 200, $"{method} {path}: {code} {answer}");
    }

    public void Dispose()
    {
        _client.Dispose();
        _sandbox.Dispose();
    }
}
