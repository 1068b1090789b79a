using System.Collections.Immutable;

namespace Toolbox.Api.Rest.Routes;

/// <summary>All routes of resources and of Flink. Paths and methods are those of the first toolbox and of its manual, in both spellings.</summary>
static class RouteTable
{
    public const string BasePath = "/api/v1";

    const string Clusters = "/clusters/{cluster}";

    public static ImmutableArray<Route> All { get; } = WithAliases([.. DeploymentRoutes.All, .. ClusterRoutes.All, .. JobRoutes.All, .. FlinkRoutes.All]);

    // The manual lists some paths with /cluster/ and shows the same ones with /clusters/.
    static ImmutableArray<Route> WithAliases(IReadOnlyList<Route> routes) =>
    [
        .. routes,
        .. routes.Where(route => route.Path.StartsWith(Clusters, StringComparison.Ordinal)).Select(route => route with
        {
            Path = "/cluster/{cluster}" + route.Path[Clusters.Length..],
            Name = route.Name + "Alias",
            IsAlias = true,
        }),
    ];
}
