using System.Security.Authentication;

namespace Toolbox.Api.Security.Tls;

/// <summary>What client and server speak: older versions are broken.</summary>
static class TlsVersions
{
    public const SslProtocols Allowed = SslProtocols.Tls12 | SslProtocols.Tls13;
}
