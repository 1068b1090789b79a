using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Toolbox.Cli.Certificates;

/// <summary>An authority that was made for one installation, and what it signs.</summary>
sealed class CertificateAuthority : IDisposable
{
    /// <summary>How long the authority itself is valid.</summary>
    public const int Days = 3650;

    const int KeySize = 2048;

    readonly DateTimeOffset _from;
    readonly X509Certificate2 _certificate;

    public CertificateAuthority(DateTimeOffset now)
    {
        // Clocks of clients may be a little late.
        _from = now.AddMinutes(-5);
        Key = RSA.Create(KeySize);
        var request = Request("Flink Kubernetes Toolbox CA", Key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _certificate = request.CreateSelfSigned(_from, now.AddDays(Days));
    }

    public RSA Key { get; }

    public X509Certificate2 Certificate => X509CertificateLoader.LoadCertificate(_certificate.RawData);

    /// <param name="usage">Extended key usage, as an object identifier.</param>
    public IssuedCertificate Issue(string commonName, string usage, AlternativeNames names, int days)
    {
        var key = RSA.Create(KeySize);
        var request = Request(commonName, key);
        request.CertificateExtensions.Add(names.Extension());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        var signingRequest = request.CreateSigningRequestPem();
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var until = _from.AddDays(days);
        return new IssuedCertificate(key, request.Create(_certificate, _from, until < _certificate.NotAfter ? until : _certificate.NotAfter, SerialNumber()), signingRequest);
    }

    public void Dispose()
    {
        Key.Dispose();
        _certificate.Dispose();
    }

    // A common name has 64 characters at most; clients look at the alternative names anyway.
    static CertificateRequest Request(string commonName, RSA key)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(commonName.Length > 64 ? commonName[..64] : commonName);
        return new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    // Positive: the first bit is the sign.
    static byte[] SerialNumber()
    {
        var bytes = RandomNumberGenerator.GetBytes(16);
        bytes[0] = (byte)(bytes[0] & 0x7F | 0x40);
        return bytes;
    }
}
