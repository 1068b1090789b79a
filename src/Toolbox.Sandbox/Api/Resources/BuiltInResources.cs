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
        Type("", "bindings", "Binding") with { Verbs = Create },
        Type("", "configmaps", "ConfigMap", "cm"),
        Type("", "endpoints", "Endpoints", "ep") with { Singular = "endpoints" },
        Type("", "events", "Event", "ev"),
        Type("", "limitranges", "LimitRange", "limits"),
        Cluster("", "namespaces", "Namespace", "ns") with
        {
            Verbs = NamespaceVerbs, Subresources = [new("finalize", "Namespace", null, null, ["update"]), Status("Namespace")],
        },
        Cluster("", "nodes", "Node", "no") with
        {
            Subresources = [new("proxy", "NodeProxyOptions", null, null, Proxy), Status("Node")],
        },
        WithStatus(Type("", "persistentvolumeclaims", "PersistentVolumeClaim", "pvc")),
        WithStatus(Cluster("", "persistentvolumes", "PersistentVolume", "pv")),
        Type("", "pods", "Pod", "po", "all") with { Subresources = PodSubresources() },
        Type("", "podtemplates", "PodTemplate"),
        WithScale(Type("", "replicationcontrollers", "ReplicationController", "rc", "all")),
        WithStatus(Type("", "resourcequotas", "ResourceQuota", "quota")),
        Type("", "secrets", "Secret"),
        Type("", "serviceaccounts", "ServiceAccount", "sa") with
        {
            Subresources = [new("token", "TokenRequest", "authentication.k8s.io", "v1", Create)],
        },
        Type("", "services", "Service", "svc", "all") with
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
        Type("apps", "controllerrevisions", "ControllerRevision"),
        WithStatus(Type("apps", "daemonsets", "DaemonSet", "ds", "all")),
        WithScale(Type("apps", "deployments", "Deployment", "deploy", "all")),
        WithScale(Type("apps", "replicasets", "ReplicaSet", "rs", "all")),
        WithScale(Type("apps", "statefulsets", "StatefulSet", "sts", "all")),
        WithStatus(Type("batch", "cronjobs", "CronJob", "cj", "all")),
        WithStatus(Type("batch", "jobs", "Job", category: "all")),
    ];

    static IEnumerable<ResourceType> Reviews() =>
    [
        Cluster("authentication.k8s.io", "selfsubjectreviews", "SelfSubjectReview") with { Verbs = Create },
        Cluster("authentication.k8s.io", "tokenreviews", "TokenReview") with { Verbs = Create },
        Type("authorization.k8s.io", "localsubjectaccessreviews", "LocalSubjectAccessReview") with { Verbs = Create },
        Cluster("authorization.k8s.io", "selfsubjectaccessreviews", "SelfSubjectAccessReview") with { Verbs = Create },
        Cluster("authorization.k8s.io", "selfsubjectrulesreviews", "SelfSubjectRulesReview") with { Verbs = Create },
        Cluster("authorization.k8s.io", "subjectaccessreviews", "SubjectAccessReview") with { Verbs = Create },
    ];

    static IEnumerable<ResourceType> Others() =>
    [
        Type("events.k8s.io", "events", "Event", "ev") with { StoredAs = "events", StorageKind = "/v1/Event" },
        WithStatus(Type("networking.k8s.io", "ingresses", "Ingress", "ing")),
        Type("networking.k8s.io", "networkpolicies", "NetworkPolicy", "netpol"),
        WithStatus(Type("policy", "poddisruptionbudgets", "PodDisruptionBudget", "pdb")),
        Cluster("rbac.authorization.k8s.io", "clusterrolebindings", "ClusterRoleBinding"),
        Cluster("rbac.authorization.k8s.io", "clusterroles", "ClusterRole"),
        Type("rbac.authorization.k8s.io", "rolebindings", "RoleBinding"),
        Type("rbac.authorization.k8s.io", "roles", "Role"),
        Cluster("storage.k8s.io", "storageclasses", "StorageClass", "sc"),
        WithStatus(Cluster("apiextensions.k8s.io", "customresourcedefinitions", "CustomResourceDefinition"))
            with { ShortNames = ["crd", "crds"], Categories = ["api-extensions"], StorageKind = "apiextensions.k8s.io/v1beta1/CustomResourceDefinition" },
        Cluster("scheduling.k8s.io", "priorityclasses", "PriorityClass", "pc") with { Singular = "priorityclass" },
        Type("coordination.k8s.io", "leases", "Lease"),
        Type("discovery.k8s.io", "endpointslices", "EndpointSlice"),
    ];

    static ResourceType Cluster(string group, string plural, string kind, string? shortName = null, string? category = null) =>
        Type(group, plural, kind, shortName, category) with { Namespaced = false };

    static ResourceType Type(string group, string plural, string kind, string? shortName = null, string? category = null) =>
        new()
        {
            Group = group, Version = "v1", Plural = plural, Singular = kind.ToLowerInvariant(), Kind = kind, Namespaced = true,
            Verbs = Every, ShortNames = shortName is null ? [] : [shortName], Categories = category is null ? [] : [category],
        };

    static Subresource Status(string kind) => new("status", kind, null, null, ReadAndWrite);

    static ResourceType WithStatus(ResourceType type) => type with { Subresources = [Status(type.Kind)] };

    static ResourceType WithScale(ResourceType type) =>
        type with { Subresources = [new("scale", "Scale", "autoscaling", "v1", ReadAndWrite), Status(type.Kind)] };
}
