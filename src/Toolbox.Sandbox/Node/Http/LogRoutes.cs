using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Toolbox.Sandbox.Node.Logs;

namespace Toolbox.Sandbox.Node.Http;

/// <summary><c>GET /containerLogs/{namespace}/{pod}/{container}</c> with the kubelet's parameters.</summary>
static class LogRoutes
{
    public static void Map(IEndpointRouteBuilder routes, SandboxNode node, NodeOptions options)
    {
        routes.MapGet("/healthz", context => context.Response.WriteAsync("ok"));
        routes.MapGet("/containerLogs/{namespace}/{pod}/{container}", context => ServeAsync(context, node, options));
    }

    static async Task ServeAsync(HttpContext context, SandboxNode node, NodeOptions options)
    {
        var (@namespace, pod, container) = (Route(context, "namespace"), Route(context, "pod"), Route(context, "container"));
        var query = context.Request.Query;
        if (Read(query, options.Clock.GetUtcNow().UtcDateTime) is not { } request)
        {
            await RefuseAsync(context, 400, "tailLines, limitBytes and sinceSeconds must be whole numbers, sinceTime an RFC 3339 time");
            return;
        }

        var previous = Flag(query, "previous");
        if (node.FindLog(@namespace, pod, container, previous) is not { } log)
        {
            // The kubelet calls everything that it has no log for a bad request.
            await RefuseAsync(context, 400, previous
                ? $"previous terminated container \"{container}\" in pod \"{pod}\" not found"
                : $"container \"{container}\" in pod \"{pod}\" has no log");
            return;
        }

        context.Response.ContentType = "text/plain";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await context.Response.StartAsync(context.RequestAborted);
        await LogReader.CopyAsync(log.File, log.Live, request, context.Response.Body, context.RequestAborted);
    }

    /// <summary>Null when a parameter cannot be read.</summary>
    static LogRequest? Read(IQueryCollection query, DateTime now)
    {
        if (!Number(query, "tailLines", out var tail) || !Number(query, "limitBytes", out var limit) || !Number(query, "sinceSeconds", out var seconds))
            return null;
        DateTime? since = seconds is null ? null : now - TimeSpan.FromSeconds(seconds.Value);
        if (query["sinceTime"].FirstOrDefault() is { Length: > 0 } text)
        {
            if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time))
                return null;
            since = time;
        }

        return new LogRequest
        {
            Follow = Flag(query, "follow"),
            Timestamps = Flag(query, "timestamps"),
            TailLines = (int?)tail,
            LimitBytes = limit,
            Since = since,
        };
    }

    static bool Number(IQueryCollection query, string name, out long? number)
    {
        number = null;
        if (query[name].FirstOrDefault() is not { Length: > 0 } text)
            return true;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return false;
        number = value;
        return true;
    }

    static bool Flag(IQueryCollection query, string name) => query[name].FirstOrDefault() is "true" or "1";

    static string Route(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    static Task RefuseAsync(HttpContext context, int code, string message)
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(message);
    }
}
