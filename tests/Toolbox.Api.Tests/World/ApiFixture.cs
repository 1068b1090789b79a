using System.Runtime.CompilerServices;
using System.Text;
using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Api;

namespace Toolbox.Api.Tests.World;

/// <summary>An API server with the toolbox's definitions: the sandbox's, or the one of the kubeconfig that TOOLBOX_KUBECONFIG names.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    ApiServer? _server;

    public KubernetesApiClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("TOOLBOX_KUBECONFIG") is { Length: > 0 } kubeconfig)
        {
            Client = KubernetesApiClient.Connect(ApiConnections.FromKubeconfig(kubeconfig));
            return;
        }
        _server = await ApiServer.StartAsync(new ApiServerOptions(), CancellationToken.None);
        var path = Path.Combine(Path.GetTempPath(), $"kubeconfig-{Guid.NewGuid():n}");
        await File.WriteAllTextAsync(path, _server.Kubeconfig("default"));
        Client = KubernetesApiClient.Connect(ApiConnections.FromKubeconfig(path));
        File.Delete(path);
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using var http = new HttpClient(handler) { BaseAddress = _server.Url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", _server.BearerToken);
        foreach (var name in new[] { "flinkdeployment", "flinkcluster", "flinkjob" }) await Define(http, name);
    }

    public async Task<string> NewNamespace()
    {
        var name = $"rest-{Environment.ProcessId}-{Guid.NewGuid().ToString("n")[..8]}";
        Value(await Client.Create(ResourceTypes.Namespaces, null, new V1Namespace { Metadata = new V1ObjectMeta { Name = name } }));
        return name;
    }

    public static T Value<T>(Answer<T> answer) => answer.IsOk(out var value) ? value : throw new Xunit.Sdk.XunitException(answer.Describe());

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }

    static async Task Define(HttpClient http, string name)
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(Root(), "helm", "flink-k8s-toolbox-crd", "templates", $"{name}.yaml"));
        using var body = new StringContent(yaml, Encoding.UTF8, "application/yaml");
        using var response = await http.PostAsync("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
