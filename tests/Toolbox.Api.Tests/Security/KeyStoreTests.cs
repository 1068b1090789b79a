using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Toolbox.Api.Security;
using Toolbox.Api.Security.Stores;

namespace Toolbox.Api.Tests.Security;

/// <summary>Key stores of both formats, under any name.</summary>
public sealed class KeyStoreTests : IDisposable
{
    static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);

    readonly TestFolder _folder = new();
    readonly TestAuthority _authority = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pkcs12_is_read_under_the_name_that_keytool_gives_it()
    {
        var server = _authority.Server();
        var path = _folder.Write("keystore.jks", TestAuthority.Pkcs12(TestAuthority.Password, server, _authority.Certificate));
        var read = Load(path, TestAuthority.Password);
        Assert.Equal(server.Thumbprint, read.Certificate.Thumbprint);
        Assert.True(read.Certificate.HasPrivateKey);
        Assert.Equal(_authority.Certificate.Thumbprint, Assert.Single(read.Others).Thumbprint);
    }

    [Fact]
    public void Pkcs12_without_password_is_read() =>
        Assert.True(Load(_folder.Write("a.p12", TestAuthority.Pkcs12(null, _authority.Server())), null).Certificate.HasPrivateKey);

    [Fact]
    public void Pem_is_read_whatever_its_name_and_order()
    {
        var server = _authority.Server();
        var key = server.GetECDsaPrivateKey()!;
        foreach (var text in new[] { key.ExportECPrivateKeyPem(), key.ExportPkcs8PrivateKeyPem() })
        {
            var path = _folder.Write("keystore.jks", $"{text}\n{_authority.Certificate.ExportCertificatePem()}\n{server.ExportCertificatePem()}");
            var read = Load(path, null);
            Assert.Equal(server.Thumbprint, read.Certificate.Thumbprint);
            Assert.Single(read.Others);
        }
    }

    [Fact]
    public void Pem_with_an_encrypted_key_is_read()
    {
        var server = _authority.Server();
        var key = server.GetECDsaPrivateKey()!.ExportEncryptedPkcs8PrivateKeyPem(TestAuthority.Password, Encryption);
        var path = _folder.Write("server.pem", server.ExportCertificatePem() + "\n" + key);
        Assert.True(Load(path, TestAuthority.Password).Certificate.HasPrivateKey);
        Assert.Equal($"--keystore-path {path}: the private key is encrypted: give --keystore-secret", Refusal(path, null));
        Assert.Equal($"--keystore-path {path}: the password of --keystore-secret is wrong, or the private key is damaged", Refusal(path, "another"));
    }

    [Fact]
    public void A_wrong_or_missing_password_is_told_without_the_password()
    {
        var path = _folder.Write("keystore.jks", TestAuthority.Pkcs12(TestAuthority.Password, _authority.Server()));
        Assert.Equal($"--keystore-path {path}: the password of --keystore-secret is wrong", Refusal(path, "another-Secret"));
        Assert.Equal($"--keystore-path {path}: the file needs a password: give --keystore-secret", Refusal(path, null));
    }

    [Fact]
    public void A_missing_file_a_folder_and_an_empty_file_are_told()
    {
        Assert.Equal($"--keystore-path {_folder.Path("none")}: the file does not exist", Refusal(_folder.Path("none"), null));
        Assert.Equal($"--keystore-path {_folder.Path("")}: this is a folder; a file is needed", Refusal(_folder.Path(""), null));
        var empty = _folder.Write("empty", "");
        Assert.Equal($"--keystore-path {empty}: the file is empty", Refusal(empty, null));
    }

    [Fact]
    public void A_store_without_key_is_told()
    {
        var server = X509CertificateLoader.LoadCertificate(_authority.Server().RawData);
        foreach (var content in new[] { TestAuthority.Pkcs12(null, server), System.Text.Encoding.ASCII.GetBytes(server.ExportCertificatePem()), server.RawData })
            Assert.Contains("the file holds no private key", Refusal(_folder.Write("store", content), null));
    }

    [Fact]
    public void A_key_without_certificate_and_a_key_of_another_certificate_are_told()
    {
        var (server, other) = (_authority.Server(), _authority.Server());
        var key = other.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n";
        Assert.Contains("a private key but no certificate", Refusal(_folder.Write("a.pem", key), null));
        Assert.Contains("belongs to none of the certificates", Refusal(_folder.Write("b.pem", $"{server.ExportCertificatePem()}\n{key}"), null));
        using var rsa = RSA.Create(2048);
        Assert.Contains("belongs to none of the certificates", Refusal(_folder.Write("c.pem", $"{server.ExportCertificatePem()}\n{rsa.ExportRSAPrivateKeyPem()}"), null));
    }

    [Fact]
    public void An_old_JKS_is_told_with_the_command_that_converts_it()
    {
        var path = _folder.Write("old.jks", [0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2]);
        Assert.Equal(
            $"--keystore-path {path}: this is a JKS file of an older Java; convert it with: keytool -importkeystore -srckeystore {path} -destkeystore {path}.p12 -deststoretype pkcs12",
            Refusal(path, "x"));
    }

    [Fact]
    public void What_is_no_store_or_is_cut_off_is_told()
    {
        Assert.EndsWith("the file is neither PEM nor PKCS#12", Refusal(_folder.Write("a", "hello"), null));
        Assert.Contains("no PKCS#12 that can be read", Refusal(_folder.Write("b", TestAuthority.Pkcs12("x", _authority.Server())[..200]), "x"));
        Assert.Contains("a certificate of the file cannot be read", Refusal(_folder.Write("c", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"), null));
        Assert.Contains("at most 1048576 are read", Refusal(_folder.Write("d", new byte[1024 * 1024 + 1]), null));
    }

    [Fact]
    public void A_certificate_that_is_out_of_date_or_not_valid_yet_is_told()
    {
        var expired = _authority.Expired(TrustStore.ServerUsage);
        Assert.Contains($"the certificate CN=expired expired at {expired.NotAfter.ToUniversalTime():yyyy-MM-dd}", Refusal(_folder.Write("a.pem", TestAuthority.Pem(expired)), null));
        var future = _authority.Issue("future", TrustStore.ServerUsage, from: DateTimeOffset.UtcNow.AddDays(1));
        Assert.Contains("the certificate CN=future is not valid before ", Refusal(_folder.Write("b.pem", TestAuthority.Pem(future)), null));
    }

    static KeyStore Load(string path, string? password) => KeyStore.Load(new StoreFile("keystore", path, password), DateTimeOffset.UtcNow);

    static string Refusal(string path, string? password)
    {
        var message = Assert.Throws<StoreException>(() => Load(path, password)).Message;
        Assert.DoesNotContain('\n', message);
        if (password is { Length: > 3 }) Assert.DoesNotContain(password, message);
        return message;
    }
}
