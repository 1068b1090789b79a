using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using k8s.Models;
using Toolbox.KubernetesApi.Models;

namespace Toolbox.KubernetesApi;

/// <summary>The built-in resources that the toolbox and its sandbox use, and resources of any kind as plain JSON.</summary>
public static class ResourceTypes
{
    public static ResourceType<V1Pod> Pods { get; } = new("", "v1", "pods", "Pod", Json<V1Pod>());

    public static ResourceType<V1Service> Services { get; } = new("", "v1", "services", "Service", Json<V1Service>());

    public static ResourceType<V1ConfigMap> ConfigMaps { get; } = new("", "v1", "configmaps", "ConfigMap", Json<V1ConfigMap>());

    public static ResourceType<V1Secret> Secrets { get; } = new("", "v1", "secrets", "Secret", Json<V1Secret>());

    public static ResourceType<V1Namespace> Namespaces { get; } = new("", "v1", "namespaces", "Namespace", Json<V1Namespace>(), false);

    public static ResourceType<V1Node> Nodes { get; } = new("", "v1", "nodes", "Node", Json<V1Node>(), false);

    public static ResourceType<Corev1Event> Events { get; } = new("", "v1", "events", "Event", Json<Corev1Event>());

    public static ResourceType<V1ServiceAccount> ServiceAccounts { get; } =
        new("", "v1", "serviceaccounts", "ServiceAccount", Json<V1ServiceAccount>());

    public static ResourceType<V1PersistentVolumeClaim> PersistentVolumeClaims { get; } =
        new("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", Json<V1PersistentVolumeClaim>());

    public static ResourceType<V1Endpoints> Endpoints { get; } = new("", "v1", "endpoints", "Endpoints", Json<V1Endpoints>());

    public static ResourceType<V1EndpointSlice> EndpointSlices { get; } =
        new("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", Json<V1EndpointSlice>());

    public static ResourceType<V1Deployment> Deployments { get; } =
        new("apps", "v1", "deployments", "Deployment", Json<V1Deployment>());

    public static ResourceType<V1ReplicaSet> ReplicaSets { get; } =
        new("apps", "v1", "replicasets", "ReplicaSet", Json<V1ReplicaSet>());

    public static ResourceType<V1Job> Jobs { get; } = new("batch", "v1", "jobs", "Job", Json<V1Job>());

    public static ResourceType<V1Lease> Leases { get; } = new("coordination.k8s.io", "v1", "leases", "Lease", Json<V1Lease>());

    /// <summary>Objects of any kind, custom ones included, as they are.</summary>
    public static ResourceType<JsonObject> Json(string group, string version, string plural, string kind, bool namespaced = true) =>
        new(group, version, plural, kind, Json<JsonObject>(), namespaced);

    static JsonTypeInfo<T> Json<T>() => (JsonTypeInfo<T>)KubernetesModels.Options.GetTypeInfo(typeof(T));
}
