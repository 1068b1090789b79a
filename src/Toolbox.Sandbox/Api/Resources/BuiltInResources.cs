using k8s.Models;

namespace Toolbox.Sandbox.Api.Resources;

/// <summary>The built-in resources that the server stores, in the order in which discovery lists them.</summary>
static class BuiltInResources
{
    static readonly string[] Every = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"];
    static readonly string[] NamespaceVerbs = ["create", "delete", "get", "list", "patch", "update", "watch"];
    static readonly string[] Create = ["create"];
    static readonly string[] ReadAndWrite = ["get", "patch", "update"];
    static readonly string[] Stream = ["create", "get"];
    static readonly string[] Proxy = ["create", "delete", "get", "patch", "update"];

    /// <summary>The groups in the real server's order; the custom ones follow them.</summary>
    public static readonly IReadOnlyList<string> Groups =
    [
        "", "apps", "events.k8s.io", "authentication.k8s.io", "authorization.k8s.io", "batch", "networking.k8s.io", "policy",
        "rbac.authorization.k8s.io", "storage.k8s.io", "apiextensions.k8s.io", "scheduling.k8s.io", "coordination.k8s.io", "discovery.k8s.io",
    ];

    public static IReadOnlyList<ResourceType> All { get; } = [.. Core(), .. Apps(), .. Reviews(), .. Others()];

    static IEnumerable<ResourceType> Core() =>
    [
        Type("", "bindings", "Binding", typeof(V1Binding)) with { Verbs = Create },
        Type("", "configmaps", "ConfigMap", typeof(V1ConfigMap), "cm"),
        Type("", "endpoints", "Endpoints", typeof(V1Endpoints), "ep") with { Singular = "endpoints" },
        Type("", "events", "Event", typeof(Corev1Event), "ev"),
        Type("", "limitranges", "LimitRange", typeof(V1LimitRange), "limits"),
        Cluster("", "namespaces", "Namespace", typeof(V1Namespace), "ns") with
        {
            Verbs = NamespaceVerbs, Subresources = [new("finalize", "Namespace", null, null, ["update"]), Status("Namespace")],
        },
        Cluster("", "nodes", "Node", typeof(V1Node), "no") with
        {
            Subresources = [new("proxy", "NodeProxyOptions", null, null, Proxy), Status("Node")],
        },
        WithStatus(Type("", "persistentvolumeclaims", "PersistentVolumeClaim", typeof(V1PersistentVolumeClaim), "pvc")),
        WithStatus(Cluster("", "persistentvolumes", "PersistentVolume", typeof(V1PersistentVolume), "pv")),
        Type("", "pods", "Pod", typeof(V1Pod), "po", "all") with { Subresources = PodSubresources() },
        Type("", "podtemplates", "PodTemplate", typeof(V1PodTemplate)),
        WithScale(Type("", "replicationcontrollers", "ReplicationController", typeof(V1ReplicationController), "rc", "all")),
        WithStatus(Type("", "resourcequotas", "ResourceQuota", typeof(V1ResourceQuota), "quota")),
        Type("", "secrets", "Secret", typeof(V1Secret)),
        Type("", "serviceaccounts", "ServiceAccount", typeof(V1ServiceAccount), "sa") with
        {
            Subresources = [new("token", "TokenRequest", "authentication.k8s.io", "v1", Create)],
        },
        Type("", "services", "Service", typeof(V1Service), "svc", "all") with
        {
            Subresources = [new("proxy", "ServiceProxyOptions", null, null, Proxy), Status("Service")],
        },
    ];

    static Subresource[] PodSubresources() =>
    [
        new("attach", "PodAttachOptions", null, null, Stream), new("binding", "Binding", null, null, Create),
        new("ephemeralcontainers", "Pod", null, null, ReadAndWrite), new("eviction", "Eviction", "policy", "v1", Create),
        new("exec", "PodExecOptions", null, null, Stream), new("log", "Pod", null, null, ["get"]),
        new("portforward", "PodPortForwardOptions", null, null, Stream), new("proxy", "PodProxyOptions", null, null, Proxy),
        new("resize", "Pod", null, null, ReadAndWrite), Status("Pod"),
    ];

    static IEnumerable<ResourceType> Apps() =>
    [
        Type("apps", "controllerrevisions", "ControllerRevision", typeof(V1ControllerRevision)),
        WithStatus(Type("apps", "daemonsets", "DaemonSet", typeof(V1DaemonSet), "ds", "all")),
        WithScale(Type("apps", "deployments", "Deployment", typeof(V1Deployment), "deploy", "all")),
        WithScale(Type("apps", "replicasets", "ReplicaSet", typeof(V1ReplicaSet), "rs", "all")),
        WithScale(Type("apps", "statefulsets", "StatefulSet", typeof(V1StatefulSet), "sts", "all")),
        WithStatus(Type("batch", "cronjobs", "CronJob", typeof(V1CronJob), "cj", "all")),
        WithStatus(Type("batch", "jobs", "Job", typeof(V1Job), category: "all")),
    ];

    static IEnumerable<ResourceType> Reviews() =>
    [
        Cluster("authentication.k8s.io", "selfsubjectreviews", "SelfSubjectReview", typeof(V1SelfSubjectReview)) with { Verbs = Create },
        Cluster("authentication.k8s.io", "tokenreviews", "TokenReview", typeof(V1TokenReview)) with { Verbs = Create },
        Type("authorization.k8s.io", "localsubjectaccessreviews", "LocalSubjectAccessReview", typeof(V1LocalSubjectAccessReview)) with { Verbs = Create },
        Cluster("authorization.k8s.io", "selfsubjectaccessreviews", "SelfSubjectAccessReview", typeof(V1SelfSubjectAccessReview)) with { Verbs = Create },
        Cluster("authorization.k8s.io", "selfsubjectrulesreviews", "SelfSubjectRulesReview", typeof(V1SelfSubjectRulesReview)) with { Verbs = Create },
        Cluster("authorization.k8s.io", "subjectaccessreviews", "SubjectAccessReview", typeof(V1SubjectAccessReview)) with { Verbs = Create },
    ];

    static IEnumerable<ResourceType> Others() =>
    [
        Type("events.k8s.io", "events", "Event", typeof(Eventsv1Event), "ev") with { StoredAs = "events", StorageKind = "/v1/Event" },
        WithStatus(Type("networking.k8s.io", "ingresses", "Ingress", typeof(V1Ingress), "ing")),
        Type("networking.k8s.io", "networkpolicies", "NetworkPolicy", typeof(V1NetworkPolicy), "netpol"),
        WithStatus(Type("policy", "poddisruptionbudgets", "PodDisruptionBudget", typeof(V1PodDisruptionBudget), "pdb")),
        Cluster("rbac.authorization.k8s.io", "clusterrolebindings", "ClusterRoleBinding", typeof(V1ClusterRoleBinding)),
        Cluster("rbac.authorization.k8s.io", "clusterroles", "ClusterRole", typeof(V1ClusterRole)),
        Type("rbac.authorization.k8s.io", "rolebindings", "RoleBinding", typeof(V1RoleBinding)),
        Type("rbac.authorization.k8s.io", "roles", "Role", typeof(V1Role)),
        Cluster("storage.k8s.io", "storageclasses", "StorageClass", typeof(V1StorageClass), "sc"),
        WithStatus(Cluster("apiextensions.k8s.io", "customresourcedefinitions", "CustomResourceDefinition", typeof(V1CustomResourceDefinition)))
            with { ShortNames = ["crd", "crds"], Categories = ["api-extensions"] },
        Cluster("scheduling.k8s.io", "priorityclasses", "PriorityClass", typeof(V1PriorityClass), "pc") with { Singular = "priorityclass" },
        Type("coordination.k8s.io", "leases", "Lease", typeof(V1Lease)),
        Type("discovery.k8s.io", "endpointslices", "EndpointSlice", typeof(V1EndpointSlice)),
    ];

    static ResourceType Cluster(string group, string plural, string kind, Type model, string? shortName = null, string? category = null) =>
        Type(group, plural, kind, model, shortName, category) with { Namespaced = false };

    static ResourceType Type(string group, string plural, string kind, Type model, string? shortName = null, string? category = null) =>
        new()
        {
            Group = group, Version = "v1", Plural = plural, Singular = kind.ToLowerInvariant(), Kind = kind, Namespaced = true, Model = model,
            Verbs = Every, ShortNames = shortName is null ? [] : [shortName], Categories = category is null ? [] : [category],
        };

    static Subresource Status(string kind) => new("status", kind, null, null, ReadAndWrite);

    static ResourceType WithStatus(ResourceType type) => type with { Subresources = [Status(type.Kind)] };

    static ResourceType WithScale(ResourceType type) =>
        type with { Subresources = [new("scale", "Scale", "autoscaling", "v1", ReadAndWrite), Status(type.Kind)] };
}
