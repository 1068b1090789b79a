using System.Net;

namespace Toolbox.Api.Security;

/// <summary>
/// Refuses requests whose Host header is a name of the public DNS, when a server listens on loopback and asks for no credentials: a web page could
/// otherwise make its own name point to this machine (DNS rebinding) and let a browser send commands and read answers. Addresses, localhost and
/// names that only a cluster resolves cannot be used for that; Prometheus and the kubelet ask pods by their addresses.
/// </summary>
sealed class HostCheck(IReadOnlyList<string> allowed)
{
    /// <summary>Null where no check is needed: on all interfaces, as in containers, unless names are given; with certificates or tokens.</summary>
    public static HostCheck? Of(IPAddress address, bool asksForCredentials, IReadOnlyList<string> allowed)
    {
        if (allowed.Count > 0) return new HostCheck(allowed);
        return IPAddress.IsLoopback(address) && !asksForCredentials ? new HostCheck([]) : null;
    }

    /// <summary>Why this host is not served, for an answer with 421 (Misdirected Request); null when it is.</summary>
    public string? Complaint(string host) => IsFine(host)
        ? null
        : $"the host '{host}' is not served here: use localhost or an address, or allow the name with --allowed-hosts";

    bool IsFine(string host) => host.Length == 0 || IPAddress.TryParse(host.Trim('[', ']'), out _) || IsLocal(host.TrimEnd('.'))
        || allowed.Contains(host, StringComparer.OrdinalIgnoreCase);

    // No public name has one label, or ends with localhost, svc or cluster.local.
    static bool IsLocal(string host) => !host.Contains('.')
        || new[] { ".localhost", ".svc", ".svc.cluster.local" }.Any(end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
