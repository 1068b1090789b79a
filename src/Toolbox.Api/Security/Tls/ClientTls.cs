using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Toolbox.Api.Security.Stores;

namespace Toolbox.Api.Security.Tls;

/// <summary>HTTPS of the client commands: who we are, and whom we trust. The server's name is always compared with its certificate.</summary>
public sealed class ClientTls
{
    readonly TlsFiles _files;
    readonly KeyStore? _keys;
    readonly TrustStore? _trust;
    readonly TimeProvider _clock;
    string? _refusal;

    ClientTls(TlsFiles files, TimeProvider clock)
    {
        (_files, _clock) = (files, clock);
        var now = clock.GetUtcNow();
        _keys = files.KeyStore is { } keys ? KeyStore.Load(keys, now) : null;
        _trust = files.TrustStore is { } trust ? TrustStore.Load(trust, now) : null;
    }

    /// <summary>For <see cref="SocketsHttpHandler.SslOptions"/>.</summary>
    public SslClientAuthenticationOptions Options => new()
    {
        EnabledSslProtocols = TlsVersions.Allowed,
        CertificateChainPolicy = _trust?.Policy(TrustStore.ServerUsage),
        ClientCertificateContext = _keys is null ? null : SslStreamCertificateContext.Create(_keys.Certificate, _keys.Others, offline: true),
        RemoteCertificateValidationCallback = Accept,
    };

    /// <exception cref="StoreException">One line says which option and file, and what is wrong.</exception>
    public static ClientTls Load(TlsFiles files, TimeProvider clock) => new(files, clock);

    /// <summary>One line for a request that failed on the way; null when TLS is not the cause.</summary>
    public string? Explain(Exception error)
    {
        if (_refusal is { } refusal) return refusal;
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (Alerts.Any(alert => cause.Message.Contains(alert, StringComparison.OrdinalIgnoreCase)) || IsEnd(cause)) return NotWelcome();
            if (cause is AuthenticationException && cause.InnerException is null) return $"no secure connection: {cause.Message.ReplaceLineEndings(" ")}";
        }
        return null;
    }

    // What servers say of clients that they do not like, in OpenSSL's words.
    static readonly string[] Alerts =
        ["certificate required", "bad certificate", "certificate expired", "unknown ca", "certificate unknown", "unsupported certificate", "handshake failure"];

    // With TLS 1.3 the handshake is over for the client before the server has looked at its certificate; many servers then just hang up.
    static bool IsEnd(Exception error) =>
        error is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } or SocketException { SocketErrorCode: SocketError.ConnectionReset };

    string NotWelcome() => _keys is null
        ? "the server hung up, as those do that ask for a client certificate: give --keystore-path"
        : $"the server hung up, as those do that do not trust a client's certificate: {_files.KeyStore}";

    bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        var shown = certificate is null ? "the server shows no certificate" : $"the server's certificate {certificate.Subject} is refused";
        var reason =
            certificate is null ? ""
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? $": {Chain((X509Certificate2)certificate, chain)}"
            : ": it is not made out for the host that was asked";
        _refusal = shown + reason;
        return false;
    }

    string Chain(X509Certificate2 certificate, X509Chain? chain)
    {
        var store = _files.TrustStore?.ToString() ?? "the authorities of this machine (give --truststore-path)";
        var said = _trust?.Complaint(certificate, TrustStore.ServerUsage, chain?.ChainPolicy.ExtraStore ?? [], _clock.GetUtcNow())
            ?? string.Join("; ", (chain?.ChainStatus ?? []).Select(status => status.StatusInformation.Trim()).Distinct());
        return $"{store}: {said}";
    }
}
