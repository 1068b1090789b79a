using System.Net.Security;

namespace Toolbox.Api.Security.Tls;

/// <summary>What a server shows and whom it trusts, ready for handshakes; the context is shared by all connections.</summary>
sealed record ServerIdentity(KeyStore Keys, TrustStore? Trust, SslStreamCertificateContext Context)
{
    public static ServerIdentity Of(KeyStore keys, TrustStore? trust) =>
        new(keys, trust, SslStreamCertificateContext.Create(keys.Certificate, keys.Others, offline: true));
}
