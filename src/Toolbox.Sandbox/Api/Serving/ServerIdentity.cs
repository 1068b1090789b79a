using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Toolbox.Sandbox.Api.Serving;

/// <summary>
/// What clients know a server by: its certificate authority, the administrator's token and the key of service accounts' tokens. Kept in a folder, all
/// outlive the server.
/// </summary>
/// <param name="Authority">With its private key.</param>
/// <param name="AccountKeyPem">The private key (P-256) that signs tokens of service accounts.</param>
sealed record ServerIdentity(string AdministratorToken, X509Certificate2 Authority, string AccountKeyPem) : IDisposable
{
    const string TokenFile = "token", AuthorityFile = "authority.pem", AccountKeyFile = "service-account.key";
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads what the folder keeps; what it lacks is made, and kept so that only the owner can read it.</summary>
    /// <param name="folder">Null keeps nothing.</param>
    /// <param name="token">Takes the place of a kept or random token.</param>
    /// <exception cref="IOException">A file is there and cannot be used, or cannot be written.</exception>
    public static ServerIdentity Open(string? folder, string? token)
    {
        if (folder is null)
            return new ServerIdentity(token ?? NewToken(), NewAuthority(), NewKey());
        Directory.CreateDirectory(folder);
        return new ServerIdentity(
            token ?? Keep(Path.Combine(folder, TokenFile), NewToken).Trim(), Authorize(Path.Combine(folder, AuthorityFile)), KeyOf(Path.Combine(folder, AccountKeyFile)));
    }

    public void Dispose() => Authority.Dispose();

    static X509Certificate2 Authorize(string path)
    {
        var pem = Keep(path, () =>
        {
            using var made = NewAuthority();
            using var key = made.GetECDsaPrivateKey()!;
            return $"{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
        });
        try
        {
            return X509Certificate2.CreateFromPem(pem, pem);
        }
        catch (CryptographicException error)
        {
            throw new IOException($"{path} holds no certificate with its key: {error.Message}; without the file the next start makes a new one", error);
        }
    }

    static string KeyOf(string path)
    {
        var pem = Keep(path, NewKey);
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            return pem;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            throw new IOException($"{path} holds no key for tokens: {error.Message}; without the file the next start makes a new one", error);
        }
    }

    static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    static string Keep(string path, Func<string> make)
    {
        if (File.Exists(path) && File.ReadAllText(path) is { Length: > 0 } kept)
            return kept;
        var text = make();
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        // A start that is broken off must not leave half of a key.
        using (var writer = new StreamWriter(path + ".new", options))
            writer.Write(text);
        File.Move(path + ".new", path, overwrite: true);
        return text;
    }

    static string NewToken() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    static X509Certificate2 NewAuthority()
    {
        // Certificates are checked against the machine's clock, whatever clock the sandbox runs on.
        var now = DateTimeOffset.UtcNow;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=toolbox-sandbox-ca", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(now.AddHours(-1), now.AddYears(20));
    }
}
