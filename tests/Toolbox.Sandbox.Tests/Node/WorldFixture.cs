using System.Collections.Immutable;
using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Node.Addresses;
using Toolbox.Sandbox.Node.Pods;

namespace Toolbox.Sandbox.Tests.Node;

/// <summary>A sandbox of its own for a class of tests, with images that are shell scripts, and short delays.</summary>
public sealed class WorldFixture : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("world-").FullName;

    public SandboxWorld World { get; private set; } = null!;

    public KubernetesApiClient Client => World.Client;

    public async Task InitializeAsync() => World = await SandboxWorld.StartAsync(Options(), CancellationToken.None);

    public async Task DisposeAsync()
    {
        await World.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The shell as an image: arguments are a script and its parameters.</summary>
    public SandboxOptions Options()
    {
        File.WriteAllText(Path.Combine(folder, "entrypoint.sh"), "#!/bin/sh\nexec /bin/sh -c \"$@\"\n");
        File.WriteAllText(Path.Combine(folder, "greeting.txt"), "hello from the image\n");
        return new SandboxOptions
        {
            Images = ImmutableDictionary<string, string>.Empty.Add("shell", folder).Add("gone", folder + "/none"),
            // Instead of flinkctl: tells the arguments that flinkctl would get.
            ExecutableCommand = ["/bin/echo", "flinkctl"],
            Node = options => options with
            {
                Addresses = AddressRange.Parse("127.90.0.0/16"),
                RestartDelay = new RestartDelay(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)),
            },
        };
    }

    /// <summary>Creates a pod that runs a script.</summary>
    public Task<V1Pod> Run(string name, string script, Action<V1Pod>? change = null) => Create(new V1Pod
    {
        Metadata = new V1ObjectMeta { Name = name },
        Spec = new V1PodSpec
        {
            TerminationGracePeriodSeconds = 5,
            AutomountServiceAccountToken = false,
            Containers = [new V1Container { Name = "main", Image = "shell:1", Args = [script] }],
        },
    }, change);

    /// <summary>Creates a pod of the simulated Flink as the toolbox does.</summary>
    public Task<V1Pod> RunFlink(string name, string cluster, string role, string version = "1.20.5") => Create(new V1Pod
    {
        Metadata = new V1ObjectMeta { Name = name, Labels = new Dictionary<string, string> { ["clusterName"] = cluster, ["role"] = role } },
        Spec = new V1PodSpec
        {
            AutomountServiceAccountToken = false,
            Containers =
            [
                new V1Container
                {
                    Name = role, Image = "flink:" + version, Args = [role],
                    Env =
                    [
                        new V1EnvVar { Name = "JOB_MANAGER_RPC_ADDRESS", Value = "jobmanager-" + cluster },
                        new V1EnvVar { Name = "TASK_MANAGER_NUMBER_OF_TASK_SLOTS", Value = "2" },
                    ],
                },
            ],
        },
    });

    public async Task<V1Pod> Create(V1Pod pod, Action<V1Pod>? change = null)
    {
        change?.Invoke(pod);
        var answer = await Client.Create(ResourceTypes.Pods, World.Namespace, pod);
        Assert.True(answer.IsOk(out var created), answer.Describe());
        return created!;
    }

    public async Task<V1Pod?> Get(string name) => (await Client.Get(ResourceTypes.Pods, World.Namespace, name)).IsOk(out var pod) ? pod : null;

    /// <summary>Waits until the pod is as described.</summary>
    public async Task<V1Pod> Until(string name, Func<V1Pod, bool> condition, string what) =>
        (await Eventually.Is(() => Get(name), pod => pod is not null && condition(pod), $"{name}: {what}"))!;

    public Task<V1Pod> UntilRunning(string name) => Until(name, pod => pod.Status.Phase == "Running" && ContainerOf(pod)?.State?.Running is not null, "running");

    public static V1ContainerStatus? ContainerOf(V1Pod pod) => pod.Status?.ContainerStatuses?.FirstOrDefault();

    public Task UntilGone(string name) => Eventually.Is(() => Get(name), pod => pod is null, $"{name}: gone");

    public async Task<IReadOnlyList<Corev1Event>> Events(string pod)
    {
        var answer = await Client.List(ResourceTypes.Events, World.Namespace);
        return answer.IsOk(out var list) ? [.. list.Items.Where(item => item.InvolvedObject.Name == pod)] : [];
    }

    public Task<IReadOnlyList<Corev1Event>> UntilEvent(string pod, string reason) =>
        Eventually.Is(() => Events(pod), events => events.Any(item => item.Reason == reason), $"{pod}: event {reason}");

    /// <summary>The log of a container as the node serves it.</summary>
    public async Task<string> Log(string pod, string container = "main", string query = "")
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(World.Node!.Address, $"/containerLogs/{World.Namespace}/{pod}/{container}{query}"));
        return await response.Content.ReadAsStringAsync();
    }

    public Task<string> UntilLog(string pod, string text, string container = "main") =>
        Eventually.Is(() => Log(pod, container), log => log.Contains(text), $"{pod}: log with '{text}'");

    /// <summary>Posts to the node's endpoint for faults.</summary>
    public async Task<int> Fault(string path)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsync(new Uri(World.Node!.Address, "/simulation/" + path), null);
        return (int)response.StatusCode;
    }
}
