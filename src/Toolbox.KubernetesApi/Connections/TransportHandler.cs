using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Toolbox.KubernetesApi;

/// <summary>Connections to one API server: trust, client certificate, HTTP/2 with pings that find dead connections.</summary>
static class TransportHandler
{
    public static SocketsHttpHandler Create(ApiConnection connection) => new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
        AllowAutoRedirect = false,
        UseCookies = false,
        // A proxy of the environment never serves loopback addresses.
        UseProxy = !connection.Server.IsLoopback,
        SslOptions = Tls(connection),
    };

    static SslClientAuthenticationOptions Tls(ApiConnection connection)
    {
        var options = new SslClientAuthenticationOptions();
        if (connection.TlsServerName is { Length: > 0 } name) options.TargetHost = name;
        if (connection.ClientCertificate is { } certificate)
        {
            options.ClientCertificates = [certificate];
            options.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        }
        if (connection.SkipTlsVerification) options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        else if (connection.CertificateAuthorities is { Count: > 0 } authorities) options.CertificateChainPolicy = Trust(authorities);
        return options;
    }

    static X509ChainPolicy Trust(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }
}
