using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Toolbox.Api.Security.Stores;

/// <summary>PEM: any number of certificates, with or without one private key, in any order.</summary>
static class PemStore
{
    const string CertificateLabel = "CERTIFICATE";
    const string EncryptedLabel = "ENCRYPTED PRIVATE KEY";

    public static bool IsPem(ReadOnlySpan<byte> bytes) => bytes.IndexOf("-----BEGIN "u8) >= 0;

    public static IReadOnlyList<X509Certificate2> Read(StoreFile file, byte[] bytes)
    {
        var parts = Parts(Encoding.UTF8.GetString(bytes)).ToList();
        var certificates = parts.Where(part => part.Label == CertificateLabel).Select(part => Certificate(file, part.Text)).ToList();
        var key = parts.FirstOrDefault(part => part.Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal));
        if (key.Text is null) return certificates;
        if (certificates.Count == 0) throw file.Refuse("the file has a private key but no certificate");
        if (key.Label == EncryptedLabel && file.Password is null) throw file.Refuse($"the private key is encrypted: give {file.SecretOption}");
        StoreException? complaint = null;
        for (var index = 0; index < certificates.Count; index++)
        {
            if (Pair(file, certificates[index], key, ref complaint) is not { } paired) continue;
            certificates[index] = paired;
            return certificates;
        }
        throw complaint ?? file.Refuse("the private key belongs to none of the certificates");
    }

    static IEnumerable<(string Label, string Text)> Parts(string text)
    {
        for (var rest = text.AsMemory(); PemEncoding.TryFind(rest.Span, out var fields); rest = rest[fields.Location.End..])
            yield return (rest[fields.Label].ToString(), rest[fields.Location].ToString());
    }

    static X509Certificate2 Certificate(StoreFile file, string text)
    {
        try
        {
            return X509Certificate2.CreateFromPem(text);
        }
        catch (CryptographicException error)
        {
            throw file.Refuse($"a certificate of the file cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Null: the key is another certificate's, or cannot be read, of which <paramref name="complaint"/> tells.</summary>
    static X509Certificate2? Pair(StoreFile file, X509Certificate2 certificate, (string Label, string Text) key, ref StoreException? complaint)
    {
        var encrypted = key.Label == EncryptedLabel;
        try
        {
            var pem = certificate.ExportCertificatePem();
            return encrypted ? X509Certificate2.CreateFromEncryptedPem(pem, key.Text, file.Password) : X509Certificate2.CreateFromPem(pem, key.Text);
        }
        catch (Exception error) when (error is ArgumentException || error is CryptographicException { InnerException: ArgumentException } || IsOtherKind(certificate, key.Label))
        {
            return null;
        }
        catch (CryptographicException error)
        {
            complaint = file.Refuse(encrypted ? $"the password of {file.SecretOption} is wrong, or the private key is damaged" : $"the private key cannot be read: {error.Message}", error);
            return null;
        }
    }

    static bool IsOtherKind(X509Certificate2 certificate, string label) =>
        label is "EC PRIVATE KEY" && certificate.GetECDsaPublicKey() is null || label is "RSA PRIVATE KEY" && certificate.GetRSAPublicKey() is null;
}
