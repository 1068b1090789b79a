using System.Net;
using System.Text.Json.Nodes;
using k8s.Models;
using Toolbox.KubernetesApi;
using Toolbox.Manifests;

namespace Toolbox.Api.Tests.World;

/// <summary>Objects that supervisors and the node make.</summary>
static class RestStandObjects
{
    /// <summary>Creates the pod, gives it its address, and waits until the cache knows it.</summary>
    public static async Task CreateJobManagerPod(this RestStand stand, string cluster, IPAddress address)
    {
        var name = $"jobmanager-{cluster}-pod";
        ApiFixture.Value(await stand.Client.Create(ResourceTypes.Pods, stand.Namespace, new V1Pod
        {
            Metadata = new V1ObjectMeta { Name = name, Labels = ObjectLabels.OfRole(cluster, ObjectRole.JobManager) },
            Spec = new V1PodSpec { Containers = [new V1Container { Name = "jobmanager", Image = "flink:1.20.5" }] },
        }));
        ApiFixture.Value(await stand.Client.MergePatch(
            ResourceTypes.Pods, stand.Namespace, name,
            new JsonObject { ["status"] = new JsonObject { ["phase"] = "Running", ["podIP"] = address.ToString() } }, new WriteOptions { Subresource = "status" }));
        await Eventually.Holds(() => Task.FromResult(stand.World.JobManagers.Get(stand.Namespace, name)?.Status?.PodIP == address.ToString()));
    }

    public static async Task CreateService(this RestStand stand, string name, int nodePort) =>
        ApiFixture.Value(await stand.Client.Create(ResourceTypes.Services, stand.Namespace, new V1Service
        {
            Metadata = new V1ObjectMeta { Name = name },
            Spec = new V1ServiceSpec { Type = "NodePort", Ports = [new V1ServicePort { Name = "ui", Port = 8081, NodePort = nodePort }] },
        }));
}
