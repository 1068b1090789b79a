using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Toolbox.Api.Security.Stores;

/// <summary>Certificates and keys of one file; its content decides how it is read, whatever its name is.</summary>
sealed record StoreContent(IReadOnlyList<X509Certificate2> Certificates)
{
    const int MaximumSize = 1024 * 1024;
    const uint Jks = 0xFEEDFEED;
    const uint Jceks = 0xCECECECE;
    const byte DerSequence = 0x30;

    /// <summary>Certificates that came with their private key.</summary>
    public IEnumerable<X509Certificate2> WithKey => Certificates.Where(certificate => certificate.HasPrivateKey);

    /// <exception cref="StoreException">The file is missing, too large, of another format, damaged, or its password is wrong.</exception>
    public static StoreContent Of(StoreFile file, byte[] bytes)
    {
        if (bytes.Length == 0) throw file.Refuse("the file is empty");
        var magic = bytes.Length < 4 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (magic is Jks or Jceks) throw file.Refuse(Convert(file, magic));
        if (PemStore.IsPem(bytes)) return new StoreContent(PemStore.Read(file, bytes));
        if (bytes[0] != DerSequence) throw file.Refuse("the file is neither PEM nor PKCS#12");
        return new StoreContent(IsCertificate(bytes) ? [X509CertificateLoader.LoadCertificate(bytes)] : Pkcs12Store.Read(file, bytes));
    }

    /// <exception cref="StoreException">The file is missing, unreadable or too large.</exception>
    public static byte[] Bytes(StoreFile file)
    {
        if (Directory.Exists(file.Path)) throw file.Refuse("this is a folder; a file is needed");
        try
        {
            using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > MaximumSize) throw file.Refuse($"the file has {stream.Length} bytes; at most {MaximumSize} are read");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw file.Refuse("the file does not exist", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw file.Refuse($"the file cannot be read: {error.Message}", error);
        }
    }

    static bool IsCertificate(byte[] bytes)
    {
        try
        {
            return X509Certificate2.GetCertContentType(bytes) == X509ContentType.Cert;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // Java's old formats cannot be read without Java; keytool itself turns them into PKCS#12.
    static string Convert(StoreFile file, uint magic) =>
        $"this is a {(magic == Jks ? "JKS" : "JCEKS")} file of an older Java; convert it with: keytool -importkeystore -srckeystore {file.Path} -destkeystore {file.Path}.p12 -deststoretype pkcs12";
}
