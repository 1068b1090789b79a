using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;
using Toolbox.Flink;
using Toolbox.Manifests;

namespace Toolbox.Cli.Doctor;

/// <summary>Whether the JobManagers of started clusters answer: asked from here where that is possible, else as the supervisor saw it.</summary>
static class FlinkExamination
{
    static readonly FlinkClientOptions Patience = new() { ConnectTimeout = TimeSpan.FromSeconds(2), CallTimeout = TimeSpan.FromSeconds(5) };

    public static async Task<IReadOnlyList<Finding>> Run(Patient patient, CancellationToken cancellation)
    {
        var content = patient.Content;
        var started = content?.Clusters.Where(cluster => cluster.Text("status", "supervisorStatus") == "Started") ?? [];
        return await Task.WhenAll(started.Select(cluster => Examine(cluster, JobManagerAddress(content!, cluster), cancellation)));
    }

    static string JobManagerAddress(NamespaceContent content, JsonObject cluster) => content.PodsOf(cluster.Name())
        .Where(pod => NamespaceContent.Label(pod, ObjectLabels.Role) == ObjectRole.JobManager.Label() && pod.At("metadata", "deletionTimestamp") is null)
        .Select(pod => pod.Text("status", "podIP")).FirstOrDefault(address => address.Length > 0, "");

    static async Task<Finding> Examine(JsonObject cluster, string address, CancellationToken cancellation)
    {
        var (subject, health) = ($"Flink of {cluster.Name()}", cluster.Text("status", "clusterHealth"));
        var reason = "no JobManager pod has an address";
        if (address.Length > 0)
        {
            var host = address.Contains(':') ? $"[{address}]" : address;
            using var client = new FlinkClient(new Uri($"http://{host}:{FlinkPorts.Rest}/"), Patience);
            switch (await client.OverviewAsync(cancellation))
            {
                case FlinkAnswer<FlinkOverview>.Ok(var overview):
                    return Finding.Fine(subject, $"version {overview.Version} answers at {address}, the supervisor says {health}");
                case FlinkAnswer<FlinkOverview>.Unreachable unreachable:
                    reason = unreachable.Reason;
                    break;
                case FlinkAnswer<FlinkOverview>.Refused refused:
                    reason = $"it refused with {refused.Code}";
                    break;
                case FlinkAnswer<FlinkOverview>.NotFound:
                    reason = "something else answers there";
                    break;
            }
        }
        return health == "HEALTHY"
            ? Finding.Note(subject, $"cannot be reached from here ({reason}), the supervisor says {health}", "nothing: pods are reachable only inside of most Kubernetes clusters")
            : Finding.Wrong(subject, $"cannot be reached from here ({reason}), the supervisor says {(health.Length == 0 ? "nothing" : health)}", $"flinkctl logs fc/{cluster.Name()} --role jobmanager");
    }
}
