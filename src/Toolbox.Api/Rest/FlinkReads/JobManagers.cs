using System.Collections.Concurrent;
using System.Text.Json;
using Toolbox.Api.Rest.Replies;
using Toolbox.Api.Rest.Resources;
using Toolbox.Flink;
using Toolbox.Kubernetes.Observations;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;

namespace Toolbox.Api.Rest.FlinkReads;

/// <summary>Finds the JobManager of a cluster and asks it.</summary>
sealed class JobManagers(RestWorld world)
{
    const int Port = 8081;

    readonly ConcurrentDictionary<Uri, FlinkClient> _clients = new();

    /// <summary>Asks the JobManager of an existing cluster.</summary>
    public async Task<Reply> Of(ResourceLookup lookup, string cluster, Func<FlinkClient, Task<Reply>> ask, CancellationToken cancellation)
    {
        if (lookup.Cluster(cluster) is null) return UpstreamReplies.NotFound("Cluster");
        return await Address(cluster, cancellation) is { } address
            ? await ask(Client(address))
            : new Reply.Refused(Refusal.NotReady, $"no JobManager of {cluster} can be reached now");
    }

    /// <summary>Asks about a job that was submitted.</summary>
    public async Task<Reply> OfJob(
        ResourceLookup lookup, string cluster, string job, Func<FlinkClient, string, Task<Reply>> ask, CancellationToken cancellation)
    {
        if (lookup.Job(cluster, job) is not { } resource) return UpstreamReplies.NotFound("Job");
        return JobId(resource.Status) is { Length: > 0 } id
            ? await Of(lookup, cluster, flink => ask(flink, id), cancellation)
            : new Reply.Refused(Refusal.Conflict, $"the job {job} has not been submitted to Flink yet");
    }

    public Task<Reply> OfTaskManager(
        ResourceLookup lookup, string cluster, string id, Func<FlinkClient, Task<Reply>> ask, CancellationToken cancellation) =>
        Of(lookup, cluster, flink => PathName.IsTaskManagerId(id) ? ask(flink) : Task.FromResult<Reply>(UpstreamReplies.NotFound("TaskManager")), cancellation);

    async Task<Uri?> Address(string cluster, CancellationToken cancellation) => world.Flink switch
    {
        { PortForward: { } port } => new UriBuilder("http", world.Flink.Hostname ?? "localhost", port).Uri,
        { Hostname: { } host } => await NodePort(cluster, cancellation) is { } port ? new UriBuilder("http", host, port).Uri : null,
        _ => Pod(cluster) is { Length: > 0 } address ? new UriBuilder("http", address, Port).Uri : null,
    };

    string? Pod(string cluster)
    {
        var label = ObjectNames.LabelValue(cluster);
        return world.JobManagers.Items
            .Where(pod => pod.Metadata?.Labels is { } labels && labels.TryGetValue(ObjectLabels.ClusterName, out var value) && value == label)
            .Select(PodReading.Observe)
            .FirstOrDefault(pod => !pod.IsDeleting && !pod.HasEnded)?.Address;
    }

    async Task<int?> NodePort(string cluster, CancellationToken cancellation)
    {
        var answer = await world.Client.Get(ResourceTypes.Services, world.Namespace, ObjectNames.JobManagerService(cluster), cancellation);
        return answer.IsOk(out var service) ? service.Spec?.Ports?.FirstOrDefault(port => port.Name == "ui")?.NodePort : null;
    }

    // Clients hold no more than idle connections, which end by themselves; so those of pods that are gone are only forgotten.
    FlinkClient Client(Uri address)
    {
        if (_clients.Count > 100 && !_clients.ContainsKey(address)) _clients.Clear();
        return _clients.GetOrAdd(address, key => new FlinkClient(key, new FlinkClientOptions { Clock = world.Clock }));
    }

    static string? JobId(JsonElement status) =>
        status.ValueKind == JsonValueKind.Object && status.TryGetProperty("jobId", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}
