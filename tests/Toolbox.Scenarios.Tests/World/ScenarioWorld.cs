using System.Diagnostics;
using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>
/// A cluster with a running operator for a class of tests: a sandbox of its own whose pods are processes of the built executable, or, where
/// TOOLBOX_KUBECONFIG names one, that cluster. Tests act as users do, through the Kubernetes API alone.
/// </summary>
public class ScenarioWorld : IAsyncLifetime
{
    const string Variable = "TOOLBOX_KUBECONFIG";
    static readonly string[] Accounts = ["flink-operator", "flink-supervisor", "flink-bootstrap"];

    SandboxWorld? _sandbox;

    public static bool IsForeign => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>How long to wait for anything at all; test machines are shared.</summary>
    public virtual TimeSpan Patience => TimeSpan.FromSeconds(120);

    public KubernetesApiClient Client { get; private set; } = null!;

    public string Namespace { get; private set; } = "";

    /// <summary>What programs that act beside the tests are given.</summary>
    public string KubeconfigPath { get; private set; } = "";

    internal ApiConnection Connection { get; private set; } = null!;

    internal Watched Watched { get; private set; } = null!;

    internal ScenarioUser User { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } kubeconfig) await Enter(kubeconfig);
        else await Start();
        User = new ScenarioUser(Client, Namespace);
        foreach (var definition in ProjectFiles.Definitions()) await User.Apply(definition);
        // The server serves a new kind a moment after its definition; the caches try again until it does.
        Watched = new Watched(Client, Namespace);
        await Watched.Synced.WaitAsync(Patience);
        await User.Apply(ProjectFiles.Text("src/Toolbox.Cli/Sandbox/Manifests/operator.yaml").Replace("NAMESPACE", Namespace, StringComparison.Ordinal));
        await Until("a running operator", () => Watched.Find(Kinds.Deployment, "flink-operator") is { } found && found.Number("readyReplicas") == 1 ? found : null);
    }

    public async Task DisposeAsync()
    {
        if (_sandbox is null) await Leave();
        await Watched.DisposeAsync();
        if (_sandbox is not null) await _sandbox.DisposeAsync();
        else Client.Dispose();
    }

    /// <summary>Changes the sandbox's options: images, Flink distributions.</summary>
    protected virtual SandboxOptions Configure(SandboxOptions options) => options;

    /// <summary>Waits for something that is watched.</summary>
    /// <exception cref="TimeoutException">It did not come; the message tells what there is instead.</exception>
    internal async Task<T> Until<T>(string what, Func<T?> look, string? about = null) where T : class =>
        await Watched.Until(look, Patience) ?? throw new TimeoutException($"Waited in vain for {what}\n{await new ScenarioReport(this).Text(about)}");

    internal Task<JsonObject> Until(ResourceType<JsonObject> type, string name, string what, Func<JsonObject, bool> condition) =>
        Until($"{type.Kind} {name}: {what}", () => Watched.Find(type, name) is { } found && condition(found) ? found : null, name);

    internal Task UntilGone(string what, Func<IEnumerable<JsonObject>> look, string? about = null) =>
        Until($"the end of {what}", () => look().Any() ? null : "gone", about);

    /// <summary>Waits for something that only a question can tell, asked again and again with a pause between.</summary>
    internal async Task<T> Ask<T>(string what, Func<Task<T?>> question, string? about = null) where T : class
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var clock = Stopwatch.StartNew();
        while (true)
        {
            if (await question() is { } answer) return answer;
            if (clock.Elapsed > Patience) throw new TimeoutException($"Asked in vain for {what}\n{await new ScenarioReport(this).Text(about)}");
            await pause.WaitForNextTickAsync();
        }
    }

    async Task Start()
    {
        Namespace = "flink-jobs";
        _sandbox = await SandboxWorld.StartAsync(
            Configure(new SandboxOptions { Namespace = Namespace, ExecutableCommand = [FlinkctlRun.Executable] }), CancellationToken.None);
        Client = _sandbox.Client;
        KubeconfigPath = _sandbox.KubeconfigPath;
        Connection = ApiConnections.FromKubeconfig(KubeconfigPath);
    }

    async Task Enter(string kubeconfig)
    {
        Namespace = $"toolbox-scenarios-{Guid.NewGuid():N}"[..30];
        KubeconfigPath = kubeconfig;
        Connection = ApiConnections.FromKubeconfig(kubeconfig);
        Client = KubernetesApiClient.Connect(Connection);
        Check(await Client.Create(ResourceTypes.Namespaces, null, new V1Namespace { Metadata = new V1ObjectMeta { Name = Namespace } }));
        foreach (var account in Accounts)
            Check(await Client.Create(ResourceTypes.ServiceAccounts, Namespace, new V1ServiceAccount { Metadata = new V1ObjectMeta { Name = account } }));
    }

    /// <summary>Finalizers need an operator that lives: a namespace that ends takes it along and would stay forever.</summary>
    async Task Leave()
    {
        ResourceType<JsonObject>[] own = [Kinds.FlinkDeployment, Kinds.FlinkJob, Kinds.FlinkCluster];
        foreach (var type in own)
            foreach (var item in Watched.All(type).ToList())
                await Client.Delete(type, Namespace, item.Name());
        await Watched.Until(() => own.SelectMany(Watched.All).Any() ? null : "gone", Patience);
        await Client.Delete(ResourceTypes.Namespaces, null, Namespace);
    }

    static void Check<T>(Answer<T> answer) => Assert.True(answer.IsOk(out _), answer.Describe());
}
