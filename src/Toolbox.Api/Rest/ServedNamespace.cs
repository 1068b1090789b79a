using Microsoft.AspNetCore.Http;
using Toolbox.Api.Rest.Replies;

namespace Toolbox.Api.Rest;

/// <summary>
/// The one namespace that is served. Every answer names it in a header, and a call that names another one in its query is refused: so
/// nobody stops a job of the same name in the wrong namespace.
/// </summary>
sealed class ServedNamespace(string name)
{
    /// <summary>Header of every answer.</summary>
    public const string Header = "Flink-Namespace";

    /// <summary>Parameter of the query; without it the served namespace is meant.</summary>
    public const string Parameter = "namespace";

    public async Task Serve(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers[Header] = name;
        // Not 404, which tells those who wait for the end of a resource that it is gone.
        if (context.Request.Query[Parameter].FirstOrDefault(asked => asked != name) is { } other)
            await Envelope.Refuse(context, StatusCodes.Status409Conflict, $"this operator serves the namespace {name}, not '{other}'");
        else await next(context);
    }
}
