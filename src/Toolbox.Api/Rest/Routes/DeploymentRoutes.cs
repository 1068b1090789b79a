using System.Collections.Immutable;
using Toolbox.Api.Rest.Deployments;

namespace Toolbox.Api.Rest.Routes;

/// <summary>Routes of FlinkDeployments.</summary>
static class DeploymentRoutes
{
    const string One = "/deployments/{deployment}";

    static readonly RouteBody None = new RouteBody.Ignored();
    static readonly RouteBody Spec = new RouteBody.Spec("FlinkDeployment", ["cluster"]);

    public static ImmutableArray<Route> All { get; } =
    [
        new("GET", "/deployments", "listDeployments", "Names of all deployments.", None, RouteOutput.Names, _ => new ListDeployments()),
        new("GET", One + "/status", "getDeploymentStatus", "Status of a deployment; no output while it has none.", None, RouteOutput.DeploymentStatus,
            call => new GetDeploymentStatus(call.Deployment)),
        new("POST", One, "createDeployment", "Creates a deployment of a spec.", Spec, RouteOutput.None,
            call => new CreateDeployment(call.Deployment, call.Body)),
        new("PUT", One, "updateDeployment", "Merges a spec into that of a deployment.", Spec, RouteOutput.None,
            call => new UpdateDeployment(call.Deployment, call.Body)),
        new("DELETE", One, "deleteDeployment", "Deletes a deployment with its cluster and jobs.", None, RouteOutput.None,
            call => new DeleteDeployment(call.Deployment)),
    ];
}
