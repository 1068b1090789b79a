using System.Security.Cryptography.X509Certificates;
using Toolbox.Api.Security.Stores;

namespace Toolbox.Api.Security;

/// <summary>A certificate with its private key, and the certificates that were stored beside it.</summary>
/// <param name="Others">Intermediate and root authorities, to be sent along.</param>
public sealed record KeyStore(X509Certificate2 Certificate, X509Certificate2Collection Others)
{
    /// <param name="now">A certificate that is not valid at this time is refused.</param>
    /// <exception cref="StoreException">One line says which option and file, and what is wrong.</exception>
    public static KeyStore Load(StoreFile file, DateTimeOffset now) => Read(file, StoreContent.Bytes(file), now);

    internal static KeyStore Read(StoreFile file, byte[] bytes, DateTimeOffset now)
    {
        var content = StoreContent.Of(file, bytes);
        var keyed = content.WithKey.ToList();
        if (content.Certificates.Count == 0) throw file.Refuse("the file holds no certificate");
        if (keyed.Count == 0) throw file.Refuse("the file holds no private key; a key store needs the certificate and its key in one file");
        var certificate = keyed.FirstOrDefault(candidate => Validity.Complaint(candidate, now) is null) ?? keyed[0];
        if (Validity.Complaint(certificate, now) is { } complaint) throw file.Refuse($"the certificate {certificate.Subject} {complaint}");
        return new KeyStore(certificate, [.. content.Certificates.Where(other => !ReferenceEquals(other, certificate))]);
    }
}
