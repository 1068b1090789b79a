using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Toolbox.Cli.Client.Connections;

/// <summary>The only place where the client's connections to the operator are configured.</summary>
static class ConnectionHandler
{
    static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <exception cref="RefusalException">A file of the TLS options is missing, or not what it should be.</exception>
    public static SocketsHttpHandler Create(OperatorConnection connection)
    {
        // A proxy of the environment is meant for the world outside, not for an operator behind a port-forward.
        var handler = new SocketsHttpHandler { ConnectTimeout = ConnectTimeout, UseProxy = false };
        if (connection.Tls is { } tls) handler.SslOptions = Options(tls);
        return handler;
    }

    static SslClientAuthenticationOptions Options(OperatorTls tls)
    {
        var authorities = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        authorities.CustomTrustStore.AddRange(Load("--truststore-path", tls.Truststore, tls.TruststoreSecret));
        var options = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = authorities,
        };
        if (tls.Keystore is not { } keystore) return options;
        var own = Load("--keystore-path", keystore, tls.KeystoreSecret);
        var certificate = own.FirstOrDefault(one => one.HasPrivateKey)
            ?? throw new RefusalException($"--keystore-path {keystore}: there is no certificate with a private key inside");
        options.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, own, offline: true);
        return options;
    }

    static X509Certificate2Collection Load(string option, string path, string secret)
    {
        if (!File.Exists(path)) throw new RefusalException($"{option}: there is no file {path}");
        try
        {
            return X509CertificateLoader.LoadPkcs12CollectionFromFile(path, secret);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"{option} {path}: cannot be read as PKCS#12 with the given secret: {error.Message}", error);
        }
    }
}
