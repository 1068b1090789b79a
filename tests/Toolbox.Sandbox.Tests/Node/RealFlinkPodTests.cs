using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.Sandbox.Node.Addresses;

namespace Toolbox.Sandbox.Tests.Node;

/// <summary>Real Flink processes as pods; skipped on machines that have no Flink distribution.</summary>
public sealed class RealFlinkPodTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("real-flink-").FullName;

    // Processes that were told to end may still remove files of theirs meanwhile.
    public void Dispose()
    {
        for (var tries = 1; Directory.Exists(folder); tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (tries < 100)
            {
                Thread.Yield();
            }
        }
    }

    static V1Pod Pod(string name, string role, string version, string state) => new()
    {
        Metadata = new V1ObjectMeta { Name = name, Labels = new Dictionary<string, string> { ["role"] = role } },
        Spec = new V1PodSpec
        {
            AutomountServiceAccountToken = false,
            TerminationGracePeriodSeconds = 20,
            Volumes = [new V1Volume { Name = "state", HostPath = new V1HostPathVolumeSource { Path = state, Type = "DirectoryOrCreate" } }],
            Containers =
            [
                new V1Container
                {
                    Name = role, Image = "flink:" + version, Args = [role],
                    VolumeMounts = [new V1VolumeMount { Name = "state", MountPath = "/flink-state" }],
                    Env =
                    [
                        new V1EnvVar { Name = "JOB_MANAGER_RPC_ADDRESS", Value = "jobmanager-real" },
                        new V1EnvVar { Name = "TASK_MANAGER_NUMBER_OF_TASK_SLOTS", Value = "3" },
                        new V1EnvVar { Name = "FLINK_PROPERTIES", Value = "state.savepoints.dir: file:///flink-state/savepoints\nstate.checkpoints.dir: file:///flink-state/checkpoints" },
                    ],
                },
            ],
        },
    };

    static async Task<JsonNode?> Get(string address)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            return JsonNode.Parse(await client.GetStringAsync(address));
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    [RealFlinkFact]
    public async Task A_TaskManager_that_starts_first_finds_its_JobManager_and_a_savepoint_lands_in_the_volume()
    {
        var homes = RealFlink.Homes();
        await using var world = await SandboxWorld.StartAsync(
            new SandboxOptions { FlinkHomes = [.. homes], Node = options => options with { Addresses = AddressRange.Parse("127.91.0.0/16") } }, CancellationToken.None);
        var version = Path.GetFileName(homes[0].TrimEnd('/'));
        await world.Client.Create(ResourceTypes.Services, world.Namespace, new V1Service
        {
            Metadata = new V1ObjectMeta { Name = "jobmanager-real" },
            Spec = new V1ServiceSpec { Selector = new Dictionary<string, string> { ["role"] = "jobmanager" }, Ports = [new V1ServicePort { Name = "ui", Port = 8081 }] },
        });
        await world.Client.Create(ResourceTypes.Pods, world.Namespace, Pod("taskmanager-real", "taskmanager", version, folder));
        await world.Client.Create(ResourceTypes.Pods, world.Namespace, Pod("jobmanager-real", "jobmanager", version, folder));
        var manager = await Eventually.Is(
            async () => (await world.Client.Get(ResourceTypes.Pods, world.Namespace, "jobmanager-real")).IsOk(out var pod) ? pod : null,
            pod => pod?.Status?.Phase == "Running", "the JobManager runs");
        var rest = $"http://{manager!.Status.PodIP}:8081";
        var overview = await Eventually.Is(() => Get(rest + "/overview"), overview => (int?)overview?["slots-total"] == 3, "three slots", 90);
        Assert.Equal(version, (string?)overview!["flink-version"]);
        await SavepointAsync(rest, homes[0]);
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(folder, "savepoints"), "_metadata", SearchOption.AllDirectories));
    }

    static async Task SavepointAsync(string rest, string home)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        using var form = new MultipartFormDataContent();
        var jar = Directory.EnumerateFiles(Path.Combine(home, "examples"), "flink-examples-streaming*.jar").Single();
        form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(jar)), "jarfile", "examples.jar");
        using var uploaded = await client.PostAsync(rest + "/jars/upload", form);
        var id = Path.GetFileName((string)JsonNode.Parse(await uploaded.Content.ReadAsStringAsync())!["filename"]!);
        var job = await PostAsync(client, $"{rest}/jars/{id}/run", """{"entryClass":"org.apache.flink.streaming.examples.windowing.TopSpeedWindowing","parallelism":1}""");
        var running = $"{rest}/jobs/{(string?)job["jobid"]}";
        await Eventually.Is(() => Get(running), state => state?["vertices"]?.AsArray().All(vertex => (string?)vertex!["status"] == "RUNNING") == true, "all tasks run", 60);
        var trigger = await PostAsync(client, running + "/savepoints", """{"cancel-job":false}""");
        await Eventually.Is(
            () => Get($"{running}/savepoints/{(string?)trigger["request-id"]}"), state => ((string?)state?["operation"]?["location"])?.StartsWith("file:/flink-state/savepoints") == true, "the savepoint is done", 60);
    }

    static async Task<JsonNode> PostAsync(HttpClient client, string address, string body)
    {
        using var response = await client.PostAsync(address, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
