using Toolbox.Api.Security.Tls;

namespace Toolbox.Cli.Client.Connections;

/// <summary>Where the operator's REST API is and how to trust it.</summary>
/// <param name="Address">Base address, for example <c>http://localhost:4444/</c>.</param>
/// <param name="Tls">Null for plain HTTP.</param>
/// <param name="Token">Bearer token; null where none is sent.</param>
/// <param name="Namespace">Namespace that the operator must serve; null takes whichever it serves.</param>
sealed record OperatorConnection(Uri Address, ClientTls? Tls, string? Token = null, string? Namespace = null)
{
    static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    public SocketsHttpHandler Handler()
    {
        // A proxy of the environment is meant for the world outside, not for an operator behind a port-forward.
        var handler = new SocketsHttpHandler { ConnectTimeout = ConnectTimeout, UseProxy = false };
        if (Tls is not null) handler.SslOptions = Tls.Options;
        return handler;
    }
}
