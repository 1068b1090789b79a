using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Toolbox.Sandbox.Api.Serving;

/// <summary>The server certificate for loopback names, with the authority that signed it.</summary>
sealed record ServingCertificates(string AuthorityPem, X509Certificate2 Server)
{
    /// <summary>Makes the server's with an ECDSA P-256 key, valid from an hour before <paramref name="now"/> as long as the authority, ten years at most.</summary>
    public static ServingCertificates Create(X509Certificate2 authority, DateTimeOffset now)
    {
        var (first, last) = (new DateTimeOffset(authority.NotBefore), new DateTimeOffset(authority.NotAfter));
        var (from, until) = (now.AddHours(-1) is var start && start > first ? start : first, now.AddYears(10) is var end && end < last ? end : last);
        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = ServerRequest(serverKey).Create(authority, from, until, RandomNumberGenerator.GetBytes(16));
        using var server = signed.CopyWithPrivateKey(serverKey);
        // SslStream wants a key that is part of the certificate's own store entry; the round trip through PKCS#12 gives it one everywhere.
        var loaded = X509CertificateLoader.LoadPkcs12(server.Export(X509ContentType.Pkcs12), null);
        return new ServingCertificates(authority.ExportCertificatePem(), loaded);
    }

    static CertificateRequest ServerRequest(ECDsa key)
    {
        var request = new CertificateRequest("CN=kube-apiserver", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.Parse("10.96.0.1"));
        foreach (var name in (string[])["localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local"])
        {
            names.AddDnsName(name);
        }
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request;
    }
}
