using k8s.Models;
using Toolbox.Kubernetes.Resources;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;

namespace Toolbox.Operator.Live;

/// <summary>What one look at a namespace showed; nothing is watched, and nothing is written.</summary>
/// <param name="Services">Of ours only, as pods, bootstraps and supervisors are.</param>
public sealed record LiveNamespace(
    string Name,
    IReadOnlyDictionary<string, FlinkResource> Deployments,
    IReadOnlyDictionary<string, FlinkResource> Clusters,
    IReadOnlyDictionary<string, FlinkResource> Jobs,
    IReadOnlyList<V1Pod> Pods,
    IReadOnlyList<V1Service> Services,
    IReadOnlyList<V1Job> Bootstraps,
    IReadOnlyList<V1Deployment> Supervisors)
{
    static readonly ListOptions Ours = new() { LabelSelector = $"{ObjectLabels.Owner}={ObjectLabels.OwnerValue}" };

    /// <summary>Reads everything, or answers with the first list that could not be read.</summary>
    public static async Task<Answer<LiveNamespace>> Read(KubernetesApiClient client, string @namespace, CancellationToken cancellation)
    {
        var deployments = client.ListAll(FlinkResourceTypes.Deployments, @namespace, null, cancellation);
        var clusters = client.ListAll(FlinkResourceTypes.Clusters, @namespace, null, cancellation);
        var jobs = client.ListAll(FlinkResourceTypes.Jobs, @namespace, null, cancellation);
        var pods = client.ListAll(ResourceTypes.Pods, @namespace, Ours, cancellation);
        var services = client.ListAll(ResourceTypes.Services, @namespace, Ours, cancellation);
        var bootstraps = client.ListAll(ResourceTypes.Jobs, @namespace, Ours, cancellation);
        var supervisors = client.ListAll(ResourceTypes.Deployments, @namespace, Ours, cancellation);
        if (!(await deployments).IsOk(out var foundDeployments)) return Failed(await deployments);
        if (!(await clusters).IsOk(out var foundClusters)) return Failed(await clusters);
        if (!(await jobs).IsOk(out var foundJobs)) return Failed(await jobs);
        if (!(await pods).IsOk(out var foundPods)) return Failed(await pods);
        if (!(await services).IsOk(out var foundServices)) return Failed(await services);
        if (!(await bootstraps).IsOk(out var foundBootstraps)) return Failed(await bootstraps);
        if (!(await supervisors).IsOk(out var foundSupervisors)) return Failed(await supervisors);
        return new Answer<LiveNamespace>.Ok(new LiveNamespace(
            @namespace, ByName(foundDeployments), ByName(foundClusters), ByName(foundJobs),
            foundPods.Items, foundServices.Items, foundBootstraps.Items, foundSupervisors.Items));
    }

    static Answer<LiveNamespace> Failed<T>(Answer<T> answer) =>
        answer.Select<LiveNamespace>(_ => throw new InvalidOperationException("The answer is no failure"));

    static Dictionary<string, FlinkResource> ByName(ResourceList<FlinkResource> list) => list.Items.ToDictionary(item => item.Name);
}
