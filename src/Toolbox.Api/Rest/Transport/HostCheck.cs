using System.Net;
using Microsoft.AspNetCore.Http;
using Toolbox.Api.Rest.Replies;

namespace Toolbox.Api.Rest.Transport;

/// <summary>
/// Refuses requests whose Host header is a name of the public DNS, when the API listens on loopback and asks for no credentials: a web page could
/// otherwise make its own name point to this machine (DNS rebinding) and let a browser send commands. Addresses, localhost and names that only a
/// cluster resolves cannot be used for that.
/// </summary>
sealed class HostCheck(IReadOnlyList<string> allowed)
{
    /// <summary>Null where no check is needed: on all interfaces, as in containers, unless names are given; with certificates or tokens.</summary>
    public static HostCheck? Of(RestOptions options)
    {
        if (options.AllowedHosts.Count > 0) return new HostCheck(options.AllowedHosts);
        return IPAddress.IsLoopback(options.Address) && options.Tls is null && options.Access is null ? new HostCheck([]) : null;
    }

    public Task Serve(HttpContext context, RequestDelegate next) => IsFine(context.Request.Host.Host)
        ? next(context)
        : Envelope.Refuse(context, StatusCodes.Status421MisdirectedRequest, $"the host '{context.Request.Host.Host}' is not served here: use localhost or an address, or allow the name with --allowed-hosts");

    bool IsFine(string host) => host.Length == 0 || IPAddress.TryParse(host.Trim('[', ']'), out _) || IsLocal(host.TrimEnd('.'))
        || allowed.Contains(host, StringComparer.OrdinalIgnoreCase);

    // No public name has one label, or ends with localhost, svc or cluster.local.
    static bool IsLocal(string host) => !host.Contains('.')
        || new[] { ".localhost", ".svc", ".svc.cluster.local" }.Any(end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
