using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Toolbox.Sandbox.Node.Http;

/// <summary>
/// Faults that a real node suffers without being asked: a container's process is killed
/// (<c>POST /simulation/containers/{namespace}/{pod}/{container}/kill</c>), the machine loses its power and gets it back
/// (<c>POST /simulation/power/off</c>, <c>.../on</c>). A pod is deleted through the Kubernetes API, as always.
/// </summary>
static class SimulationRoutes
{
    public static void Map(IEndpointRouteBuilder routes, SandboxNode node)
    {
        routes.MapPost("/simulation/containers/{namespace}/{pod}/{container}/kill", context =>
        {
            var values = context.Request.RouteValues;
            var killed = node.KillContainer((string)values["namespace"]!, (string)values["pod"]!, (string)values["container"]!);
            context.Response.StatusCode = killed ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound;
            return killed ? Task.CompletedTask : context.Response.WriteAsync("no such container runs on this node");
        });
        routes.MapPost("/simulation/power/off", async context =>
        {
            await node.LosePowerAsync(context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        routes.MapPost("/simulation/power/on", async context =>
        {
            await node.RegainPowerAsync(context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
    }
}
