using System.Collections.Immutable;
using System.Text;
using k8s.Models;
using Toolbox.Sandbox.Node.Variables;

namespace Toolbox.Sandbox.Tests.Node;

/// <summary>A valid pod with one container, and verbs to change it.</summary>
static class PodFixture
{
    public static readonly PodNetwork Network = new("127.66.0.9", "127.0.0.1");

    public static V1Pod APod() => new()
    {
        ApiVersion = "v1",
        Kind = "Pod",
        Metadata = new V1ObjectMeta
        {
            Name = "worker", NamespaceProperty = "flink", Uid = "5d1f", Labels = new Dictionary<string, string> { ["role"] = "taskmanager" },
        },
        Spec = new V1PodSpec { NodeName = "sandbox-node", Containers = [new V1Container { Name = "main", Image = "flink:1.20.5" }] },
    };

    public static V1Pod With(this V1Pod pod, Action<V1Pod> change)
    {
        change(pod);
        return pod;
    }

    public static V1Pod WithVariables(this V1Pod pod, params V1EnvVar[] variables) => pod.With(pod => pod.Spec.Containers[0].Env = variables);

    public static V1Pod WithVolume(this V1Pod pod, V1Volume volume) => pod.With(pod => pod.Spec.Volumes = [volume]);

    public static ReferencedObjects WithConfigMap(this ReferencedObjects objects, string name, params (string Key, string Value)[] data) =>
        objects with { ConfigMaps = objects.ConfigMaps.SetItem(name, new V1ConfigMap { Data = data.ToDictionary(pair => pair.Key, pair => pair.Value) }) };

    public static ReferencedObjects WithSecret(this ReferencedObjects objects, string name, params (string Key, string Value)[] data) =>
        objects with { Secrets = objects.Secrets.SetItem(name, new V1Secret { Data = data.ToDictionary(pair => pair.Key, pair => Encoding.UTF8.GetBytes(pair.Value)) }) };

    public static EnvironmentAnswer Environment(this V1Pod pod, ReferencedObjects? objects = null) =>
        new ContainerEnvironment(
            pod, pod.Spec.Containers[0], Network, objects ?? ReferencedObjects.None, new Dictionary<string, ResourceQuantity> { ["cpu"] = new("2"), ["memory"] = new("8Gi") })
        .Compose(ImmutableDictionary<string, string>.Empty.Add("HOSTNAME", pod.Metadata.Name));
}
