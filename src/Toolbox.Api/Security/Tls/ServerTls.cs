using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Toolbox.Api.Security.Stores;

namespace Toolbox.Api.Security.Tls;

/// <summary>
/// HTTPS of a server: TLS 1.2 and 1.3, client certificates required as soon as a trust store is given. Files that change are taken up with
/// the next connection; new ones that cannot be used leave the old ones in place.
/// </summary>
public sealed class ServerTls
{
    static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(10);

    readonly ServerCertificates _certificates;
    readonly TimeProvider _clock;
    readonly Complaints _complaints;

    ServerTls(ServerCertificates certificates, TimeProvider clock, Action<string> tell) =>
        (_certificates, _clock, _complaints) = (certificates, clock, new Complaints(clock, tell));

    /// <summary>When the server's certificate ends.</summary>
    public DateTimeOffset NotAfter => _certificates.Current.Keys.Certificate.NotAfter;

    /// <summary>For <c>ListenOptions.UseHttps</c>.</summary>
    public TlsHandshakeCallbackOptions Handshake => new()
    {
        HandshakeTimeout = HandshakeTimeout,
        OnConnection = _ => ValueTask.FromResult(Options(_certificates.Newest())),
    };

    /// <param name="tell">Takes lines for the log: files taken up or not, clients refused.</param>
    /// <exception cref="StoreException">One line says which option and file, and what is wrong.</exception>
    public static ServerTls Open(TlsFiles files, TimeProvider clock, Action<string> tell) => new(ServerCertificates.Load(files, clock, tell), clock, tell);

    SslServerAuthenticationOptions Options(ServerIdentity identity) => new()
    {
        EnabledSslProtocols = TlsVersions.Allowed,
        ServerCertificateContext = identity.Context,
        ClientCertificateRequired = identity.Trust is not null,
        // Without it the system's authorities would be read for each client.
        CertificateChainPolicy = identity.Trust?.Policy(TrustStore.ClientUsage),
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        RemoteCertificateValidationCallback = (_, certificate, chain, _) => Accept(identity.Trust, certificate, chain),
    };

    bool Accept(TrustStore? trust, X509Certificate? certificate, X509Chain? chain)
    {
        if (trust is null) return true;
        if (certificate is not X509Certificate2 shown)
        {
            _complaints.Say("A client without certificate was refused");
            return false;
        }
        if (trust.Complaint(shown, TrustStore.ClientUsage, chain?.ChainPolicy.ExtraStore ?? [], _clock.GetUtcNow()) is not { } complaint) return true;
        _complaints.Say($"A client with the certificate {shown.Subject} was refused: {complaint}");
        return false;
    }
}
