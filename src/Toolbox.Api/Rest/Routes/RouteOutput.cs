namespace Toolbox.Api.Rest.Routes;

/// <summary>What the output of a route holds.</summary>
enum RouteOutput
{
    None,
    Names,
    DeploymentStatus,
    ClusterStatus,
    JobStatus,
    JobDetails,
    JobMetrics,
    ProcessMetrics,
    TaskManagers,
    TaskManagerDetails,
}
