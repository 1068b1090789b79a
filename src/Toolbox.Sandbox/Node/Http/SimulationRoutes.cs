using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Toolbox.Sandbox.Node.Containers;

namespace Toolbox.Sandbox.Node.Http;

/// <summary>
/// Faults that a real node suffers without being asked: a container's process is killed, stands still or goes on
/// (<c>POST /simulation/containers/{namespace}/{pod}/{container}/kill</c>, <c>.../pause</c>, <c>.../resume</c>), the machine loses its power and gets it back
/// (<c>POST /simulation/power/off</c>, <c>.../on</c>). A pod is deleted through the Kubernetes API, as always.
/// </summary>
static class SimulationRoutes
{
    public static void Map(IEndpointRouteBuilder routes, SandboxNode node)
    {
        MapFault(routes, node, "kill", container =>
        {
            container.Kill();
            return true;
        });
        MapFault(routes, node, "pause", container => container.Pause());
        MapFault(routes, node, "resume", container => container.Resume());
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

    static void MapFault(IEndpointRouteBuilder routes, SandboxNode node, string fault, Func<IRunningContainer, bool> suffer) =>
        routes.MapPost($"/simulation/containers/{{namespace}}/{{pod}}/{{container}}/{fault}", context =>
        {
            var values = context.Request.RouteValues;
            if (node.RunningContainer((string)values["namespace"]!, (string)values["pod"]!, (string)values["container"]!) is not { } container)
                return Answer(context, StatusCodes.Status404NotFound, "no such container runs on this node");
            return suffer(container) ? Answer(context, StatusCodes.Status204NoContent, "")
                : Answer(context, StatusCodes.Status409Conflict, "the container has no process of its own: the sandbox simulates what runs in it");
        });

    static Task Answer(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        return text.Length > 0 ? context.Response.WriteAsync(text) : Task.CompletedTask;
    }
}
