using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;

namespace Toolbox.Sandbox.Tests.Controllers;

static class Kinds
{
    public static readonly ResourceType<JsonObject> Namespaces = ResourceTypes.Json("", "v1", "namespaces", "Namespace", namespaced: false);
    public static readonly ResourceType<JsonObject> ServiceAccounts = ResourceTypes.Json("", "v1", "serviceaccounts", "ServiceAccount");
    public static readonly ResourceType<JsonObject> ConfigMaps = ResourceTypes.Json("", "v1", "configmaps", "ConfigMap");
    public static readonly ResourceType<JsonObject> Pods = ResourceTypes.Json("", "v1", "pods", "Pod");
    public static readonly ResourceType<JsonObject> Services = ResourceTypes.Json("", "v1", "services", "Service");
    public static readonly ResourceType<JsonObject> Endpoints = ResourceTypes.Json("", "v1", "endpoints", "Endpoints");
    public static readonly ResourceType<JsonObject> Events = ResourceTypes.Json("", "v1", "events", "Event");
    public static readonly ResourceType<JsonObject> Deployments = ResourceTypes.Json("apps", "v1", "deployments", "Deployment");
    public static readonly ResourceType<JsonObject> ReplicaSets = ResourceTypes.Json("apps", "v1", "replicasets", "ReplicaSet");
    public static readonly ResourceType<JsonObject> Jobs = ResourceTypes.Json("batch", "v1", "jobs", "Job");
    public static readonly ResourceType<JsonObject> EndpointSlices = ResourceTypes.Json("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice");

    public static readonly ResourceType<JsonObject> Definitions = ResourceTypes.Json(
        "apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition", namespaced: false);
}
