using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>The kinds that a user applies and looks at, as plain JSON.</summary>
static class Kinds
{
    const string Group = "nextbreakpoint.com";

    public static readonly ResourceType<JsonObject> FlinkDeployment = ResourceTypes.Json(Group, "v1", "flinkdeployments", nameof(FlinkDeployment));
    public static readonly ResourceType<JsonObject> FlinkCluster = ResourceTypes.Json(Group, "v1", "flinkclusters", nameof(FlinkCluster));
    public static readonly ResourceType<JsonObject> FlinkJob = ResourceTypes.Json(Group, "v1", "flinkjobs", nameof(FlinkJob));
    public static readonly ResourceType<JsonObject> Pod = ResourceTypes.Json("", "v1", "pods", nameof(Pod));
    public static readonly ResourceType<JsonObject> Service = ResourceTypes.Json("", "v1", "services", nameof(Service));
    public static readonly ResourceType<JsonObject> Event = ResourceTypes.Json("", "v1", "events", nameof(Event));
    public static readonly ResourceType<JsonObject> Job = ResourceTypes.Json("batch", "v1", "jobs", nameof(Job));
    public static readonly ResourceType<JsonObject> Deployment = ResourceTypes.Json("apps", "v1", "deployments", nameof(Deployment));
    public static readonly ResourceType<JsonObject> Lease = ResourceTypes.Json("coordination.k8s.io", "v1", "leases", nameof(Lease));

    static readonly ResourceType<JsonObject>[] Applied =
    [
        FlinkDeployment, FlinkCluster, FlinkJob, Deployment,
        ResourceTypes.Json("", "v1", "configmaps", "ConfigMap"),
        ResourceTypes.Json("", "v1", "secrets", "Secret"),
        ResourceTypes.Json("apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition", namespaced: false),
    ];

    /// <summary>What the tests watch.</summary>
    public static readonly IReadOnlyList<ResourceType<JsonObject>> Watched = [FlinkDeployment, FlinkCluster, FlinkJob, Pod, Service, Event, Job, Deployment, Lease];

    public static ResourceType<JsonObject> Of(JsonObject document) =>
        Applied.Single(type => type.Kind == (string?)document["kind"] && type.ApiVersion == (string?)document["apiVersion"]);
}
