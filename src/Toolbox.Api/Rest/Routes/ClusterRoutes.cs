using System.Collections.Immutable;
using Toolbox.Api.Rest.Clusters;

namespace Toolbox.Api.Rest.Routes;

/// <summary>Routes of FlinkClusters.</summary>
static class ClusterRoutes
{
    const string One = "/clusters/{cluster}";
    const string WithoutSavepoint = "withoutSavepoint";
    const string TaskManagers = "taskManagers";

    static readonly RouteBody None = new RouteBody.Ignored();
    static readonly RouteBody Spec = new RouteBody.Spec("FlinkCluster", ["runtime", "jobManager", "taskManager", "supervisor"]);
    static readonly RouteBody Choice = new RouteBody.Flag(WithoutSavepoint);

    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/clusters", "listClusters", "Names of all clusters.", None, RouteOutput.Names, _ => new ListClusters()),
        new("GET", One + "/status", "getClusterStatus", "Status of a cluster; no output while it has none.", None, RouteOutput.ClusterStatus,
            call => new GetClusterStatus(call.Cluster)),
        new("POST", One, "createCluster", "Creates a cluster of a spec.", Spec, RouteOutput.None, call => new CreateCluster(call.Cluster, call.Body)),
        new("PUT", One, "updateCluster", "Merges a spec into that of a cluster.", Spec, RouteOutput.None, call => new UpdateCluster(call.Cluster, call.Body)),
        new("DELETE", One, "deleteCluster", "Deletes a cluster; its jobs stop and stay.", None, RouteOutput.None, call => new DeleteCluster(call.Cluster)),
        new("PUT", One + "/start", "startCluster", "Asks a cluster to start, or to restart when it runs.", Choice, RouteOutput.None,
            call => new StartCluster(call.Cluster, call.Flag(WithoutSavepoint))),
        new("PUT", One + "/stop", "stopCluster", "Asks a cluster to stop.", Choice, RouteOutput.None,
            call => new StopCluster(call.Cluster, call.Flag(WithoutSavepoint))),
        new("PUT", One + "/scale", "scaleCluster", "Sets the number of TaskManagers.", new RouteBody.Number(TaskManagers), RouteOutput.None,
            call => new ScaleCluster(call.Cluster, call.Number(TaskManagers))),
    ];
}
