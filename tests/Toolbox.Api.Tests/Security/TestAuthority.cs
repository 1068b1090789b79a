using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Toolbox.Api.Security;

namespace Toolbox.Api.Tests.Security;

/// <summary>An authority of one test, which signs whatever is asked.</summary>
sealed class TestAuthority
{
    public const string Password = "a-Secret-of-files";

    readonly X509Certificate2 _certificate = Authority();

    public X509Certificate2 Certificate => X509CertificateLoader.LoadCertificate(_certificate.RawData);

    public X509Certificate2 Server(string host = "localhost") => Issue("server", TrustStore.ServerUsage, host);

    public X509Certificate2 Client(string name = "client") => Issue(name, TrustStore.ClientUsage);

    public X509Certificate2 Expired(string usage) =>
        Issue("expired", usage, "localhost", DateTimeOffset.UtcNow.AddDays(-20), DateTimeOffset.UtcNow.AddDays(-1));

    public X509Certificate2 Issue(string name, string usage, string host = "localhost", DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (host == "localhost") names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(
            _certificate, from ?? DateTimeOffset.UtcNow.AddDays(-25), until ?? DateTimeOffset.UtcNow.AddDays(5), RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }

    /// <summary>PKCS#12 with the certificates, as keytool writes it.</summary>
    public static byte[] Pkcs12(string? password, params X509Certificate2[] certificates) =>
        new X509Certificate2Collection(certificates).Export(X509ContentType.Pkcs12, password)!;

    public static string Pem(X509Certificate2 certificate) =>
        certificate.ExportCertificatePem() + "\n" + certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n";

    static X509Certificate2 Authority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=authority {Guid.NewGuid():N}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-30), DateTimeOffset.UtcNow.AddDays(30));
    }
}
