using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Toolbox.Api.Security;

namespace Toolbox.Cli.Certificates;

/// <summary>The folder with all files, under the names that the older toolbox gave them. What is private can be read by its owner only.</summary>
sealed class CertificateFolder
{
    const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const UnixFileMode Everybody = OnlyOwner | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 100_000);

    readonly string _path;

    CertificateFolder(string path)
    {
        if (Path.Exists(path)) throw new RefusalException($"--out {path} exists already; nothing was written");
        // Windows knows no modes; there the folder inherits its rights.
        _path = (OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OnlyOwner | UnixFileMode.UserExecute)).FullName;
    }

    /// <exception cref="RefusalException">The folder exists already, or it cannot be written.</exception>
    public static void Write(string path, CertificateAuthority authority, string host, AlternativeNames names, int days, StorePasswords passwords)
    {
        using var api = authority.Issue(host, TrustStore.ServerUsage, names, days);
        using var cli = authority.Issue("operator-cli", TrustStore.ClientUsage, names, days);
        try
        {
            var folder = new CertificateFolder(path);
            folder.Public("openssl.cnf", OpenSslConfiguration.Of(names));
            folder.Private("ca_key.pem", authority.Key.ExportEncryptedPkcs8PrivateKeyPem(passwords.Key, Encryption));
            folder.Public("ca_cert.pem", authority.Certificate.ExportCertificatePem());
            folder.Public("ca_cert.srl", Convert.ToHexString(RandomNumberGenerator.GetBytes(8)));
            folder.Of("api", api, authority.Certificate, passwords);
            folder.Of("cli", cli, authority.Certificate, passwords);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"--out {path}: {error.Message}", error);
        }
    }

    void Of(string side, IssuedCertificate issued, X509Certificate2 authority, StorePasswords passwords)
    {
        Private($"operator-{side}_key.pem", issued.Key.ExportPkcs8PrivateKeyPem());
        Public($"operator-{side}_csr.pem", issued.SigningRequest);
        Public($"operator-{side}_cert.pem", issued.Certificate.ExportCertificatePem());
        Store($"keystore-operator-{side}.jks", JavaStore.Keys(issued, authority, passwords.Keystore), OnlyOwner);
        Store($"truststore-operator-{side}.jks", JavaStore.Authorities(authority, passwords.Truststore), Everybody);
    }

    void Private(string name, string text) => Store(name, Encoding.ASCII.GetBytes(text + "\n"), OnlyOwner);

    void Public(string name, string text) => Store(name, Encoding.ASCII.GetBytes(text + "\n"), Everybody);

    // The mode is there from the first moment, not after the writing.
    void Store(string name, byte[] content, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = mode;
        using var file = new FileStream(Path.Combine(_path, name), options);
        file.Write(content);
    }
}
