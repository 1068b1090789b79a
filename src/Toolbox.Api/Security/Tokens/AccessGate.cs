using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Toolbox.Api.Rest.Replies;

namespace Toolbox.Api.Security.Tokens;

/// <summary>Stands before every route and lets pass whom Kubernetes' roles allow to.</summary>
sealed class AccessGate(TokenAccess access, string @namespace, string basePath)
{
    public async Task Serve(HttpContext context, RequestDelegate next)
    {
        // What has no route is answered by nobody; what lies beside the API gives nothing away.
        if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.RoutePattern.RawText is not { } template || !template.StartsWith(basePath, StringComparison.Ordinal))
        {
            await next(context);
            return;
        }
        var verdict = RouteAccess.Of(context.Request.Method, template[basePath.Length..], context.Request.RouteValues, @namespace) is { } needed
            ? needed.Count == 0 ? new AccessVerdict.Allowed() : await access.Judge(context.Request.Headers.Authorization, needed, context.RequestAborted)
            : new AccessVerdict.Forbidden("no role gives a right to this path");
        await Answer(context, next, verdict);
    }

    static Task Answer(HttpContext context, RequestDelegate next, AccessVerdict verdict) => verdict switch
    {
        AccessVerdict.Allowed => next(context),
        AccessVerdict.Unauthenticated unauthenticated => AskForToken(context, unauthenticated.Reason),
        AccessVerdict.Forbidden forbidden => Envelope.Refuse(context, StatusCodes.Status403Forbidden, forbidden.Reason),
        AccessVerdict.Unavailable unavailable => Envelope.Refuse(context, StatusCodes.Status503ServiceUnavailable, unavailable.Reason),
    };

    static Task AskForToken(HttpContext context, string reason)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Envelope.Refuse(context, StatusCodes.Status401Unauthorized, reason);
    }
}
