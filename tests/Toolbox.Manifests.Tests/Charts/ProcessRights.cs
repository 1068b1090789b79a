namespace Toolbox.Manifests.Tests.Charts;

/// <summary>All that the three processes ask the API server for: their commands, and what is no command.</summary>
static class ProcessRights
{
    public const string Operator = "flink-operator";
    public const string Supervisor = "flink-supervisor";
    public const string Bootstrap = "flink-bootstrap";

    const string Election = "leader election";
    const string Events = "events";

    static readonly IReadOnlyList<RightsUse> Others =
    [
        // OperatorWorld and SupervisorWorld: caches list, then watch.
        Use(Operator, "caches", ListAndWatch("flinkdeployments.nextbreakpoint.com", "flinkclusters.nextbreakpoint.com", "flinkjobs.nextbreakpoint.com",
            "deployments.apps", "pods", "services", "jobs.batch")),
        Use(Supervisor, "caches", ListAndWatch("flinkclusters.nextbreakpoint.com", "flinkjobs.nextbreakpoint.com", "pods", "services", "jobs.batch")),
        // Of a FlinkJob: when its cluster, and so its supervisor, is gone. The operator decides about supervision without a status of its own.
        Use(Operator, "statuses", "patch flinkdeployments/status.nextbreakpoint.com", "patch flinkjobs/status.nextbreakpoint.com"),
        Use(Supervisor, "statuses", "patch flinkclusters/status.nextbreakpoint.com", "patch flinkjobs/status.nextbreakpoint.com"),
        // A repetition raises the count of the event that is there.
        Use(Operator, Events, "create events", "patch events"),
        Use(Supervisor, Events, "create events", "patch events"),
        // A leader that ends in peace deletes its Lease.
        Use(Operator, Election, Lease()),
        Use(Supervisor, Election, Lease()),
        // UserWrites: what users ask for through the REST API. Reads are served from the caches.
        Use(Operator, "REST API", [.. Changes("flinkdeployments"), .. Changes("flinkclusters"), .. Changes("flinkjobs"),
            "patch flinkclusters/scale.nextbreakpoint.com", "patch flinkjobs/scale.nextbreakpoint.com"]),
        Use(Operator, "node port of a JobManager, with --flink-hostname", "get services"),
        // BootstrapTarget: the recorded submission, the JobManager's pod, and the report.
        Use(Bootstrap, "submission", "get flinkjobs.nextbreakpoint.com"),
        Use(Bootstrap, "address of the JobManager", "list pods"),
        Use(Bootstrap, "report of the job's id", "patch flinkjobs/status.nextbreakpoint.com"),
    ];

    /// <summary>Without bearer tokens.</summary>
    public static IReadOnlyList<RightsUse> All { get; } = [.. CommandRights.All, .. Others];

    /// <summary>What comes with <c>--authentication token</c>; neither resource has a namespace.</summary>
    public static RightsUse Tokens { get; } = Use(Operator, "bearer tokens",
        "create tokenreviews.authentication.k8s.io", "create subjectaccessreviews.authorization.k8s.io");

    static RightsUse Use(string account, string cause, params string[] rights) => new(account, cause, [.. rights.Select(Right.Parse)]);

    static string[] ListAndWatch(params string[] resources) => [.. resources.Select(name => $"list {name}"), .. resources.Select(name => $"watch {name}")];

    static string[] Lease() => [.. new[] { "get", "list", "watch", "create", "update", "delete" }.Select(verb => $"{verb} leases.coordination.k8s.io")];

    static string[] Changes(string resource) => [.. new[] { "create", "patch", "delete" }.Select(verb => $"{verb} {resource}.nextbreakpoint.com")];
}
