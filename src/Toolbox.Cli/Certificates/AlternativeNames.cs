using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Toolbox.Cli.Certificates;

/// <summary>All names and addresses under which clients may reach the operator.</summary>
sealed record AlternativeNames(IReadOnlyList<string> Names, IReadOnlyList<IPAddress> Addresses)
{
    // Tests on one machine, Docker's name of the host and minikube's name of its node.
    static readonly string[] Everywhere = ["localhost", "127.0.0.1", "::1", "host.docker.internal", "minikube"];

    /// <param name="host">A Service's name is also known with its namespace, as <c>NAME.NAMESPACE.svc.cluster.local</c>.</param>
    /// <exception cref="RefusalException">One of them is neither a name nor an address.</exception>
    public static AlternativeNames Of(string host, string @namespace, IEnumerable<string> more)
    {
        string[] given = [Checked("--host", host), .. more.Select(name => Checked("--alternative-name", name))];
        var all = given.Concat(given[0].Contains('.') || given[0].Contains(':') ? [] : OfService(host, Checked("--namespace", @namespace))).Concat(Everywhere)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return new AlternativeNames(
            [.. all.Where(name => !IPAddress.TryParse(name, out _))], [.. all.Where(name => IPAddress.TryParse(name, out _)).Select(IPAddress.Parse)]);
    }

    public X509Extension Extension()
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in Names) builder.AddDnsName(name);
        foreach (var address in Addresses) builder.AddIpAddress(address);
        return builder.Build();
    }

    static IEnumerable<string> OfService(string name, string @namespace) =>
        [$"{name}.{@namespace}", $"{name}.{@namespace}.svc", $"{name}.{@namespace}.svc.cluster.local"];

    static string Checked(string option, string name) =>
        Uri.CheckHostName(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name) is UriHostNameType.Unknown
            ? throw new RefusalException($"{option} {name}: the name or address of a host is needed, without scheme and port")
            : name;
}
