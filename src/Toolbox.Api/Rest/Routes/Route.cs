using MediatR;
using Toolbox.Api.Rest.Replies;

namespace Toolbox.Api.Rest.Routes;

/// <summary>One line of the table of routes: what is served, and as which request it is handed on.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Template of the path below <see cref="RouteTable.BasePath"/>.</param>
/// <param name="Name">Name of the operation in the OpenAPI document.</param>
/// <param name="Summary">One sentence for people.</param>
sealed record Route(
    string Method, string Path, string Name, string Summary, RouteBody Body, RouteOutput Output, Func<RouteCall, IRequest<Reply>> Request)
{
    /// <summary>True for the other spelling of a path, which is kept for those who use it.</summary>
    public bool IsAlias { get; init; }
}
