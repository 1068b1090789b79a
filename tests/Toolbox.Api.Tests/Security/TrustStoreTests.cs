using System.Security.Cryptography.X509Certificates;
using Toolbox.Api.Security;
using Toolbox.Api.Security.Stores;

namespace Toolbox.Api.Tests.Security;

/// <summary>Trust stores trust the authorities that they hold, and nobody else.</summary>
public sealed class TrustStoreTests : IDisposable
{
    readonly TestFolder _folder = new();
    readonly TestAuthority _authority = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_formats_are_read()
    {
        var certificate = _authority.Certificate;
        byte[][] contents = [TestAuthority.Pkcs12("secret", certificate), System.Text.Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()), certificate.RawData];
        Assert.All(contents, content => Assert.Equal(certificate.Thumbprint, Assert.Single(Load(content, "secret").Authorities).Thumbprint));
    }

    [Fact]
    public void A_certificate_of_the_authority_is_trusted_for_its_usage_only()
    {
        var trust = Load(_authority.Certificate.RawData);
        Assert.Null(Complaint(trust, _authority.Client()));
        Assert.NotNull(Complaint(trust, _authority.Server()));
        Assert.Null(trust.Complaint(_authority.Server(), TrustStore.ServerUsage, [], DateTimeOffset.UtcNow));
    }

    [Fact]
    public void A_certificate_of_another_authority_is_not_trusted() =>
        Assert.NotNull(Complaint(Load(_authority.Certificate.RawData), new TestAuthority().Client()));

    [Fact]
    public void A_certificate_that_is_out_of_date_is_not_trusted() =>
        Assert.Contains("expired", Complaint(Load(_authority.Certificate.RawData), _authority.Expired(TrustStore.ClientUsage)), StringComparison.Ordinal);

    [Fact]
    public void Time_is_the_clock_s_that_was_given() =>
        Assert.NotNull(Load(_authority.Certificate.RawData).Complaint(_authority.Client(), TrustStore.ClientUsage, [], DateTimeOffset.UtcNow.AddDays(10)));

    [Fact]
    public void Errors_name_the_option_and_the_file()
    {
        var path = _folder.Write("truststore.jks", TestAuthority.Pkcs12("right-Secret", _authority.Certificate));
        Assert.Equal($"--truststore-path {path}: the password of --truststore-secret is wrong", Refusal(path, "wrong-Secret"));
        Assert.Equal($"--truststore-path {_folder.Path("none")}: the file does not exist", Refusal(_folder.Path("none"), null));
        using var key = System.Security.Cryptography.ECDsa.Create();
        Assert.EndsWith("a private key but no certificate", Refusal(_folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem()), null));
        var expired = _authority.Expired(TrustStore.ServerUsage);
        Assert.Contains("CN=expired expired at", Refusal(_folder.Write("old.pem", expired.ExportCertificatePem()), null));
    }

    [Fact]
    public void No_path_is_no_file()
    {
        Assert.False(TlsFiles.Of(null, "secret", "", null).IsOn);
        Assert.True(TlsFiles.Of(null, null, "trust.pem", null).IsOn);
        Assert.DoesNotContain("my-Secret", TlsFiles.Of("a", "my-Secret", "b", "my-Secret").ToString());
    }

    TrustStore Load(byte[] content, string? password = null) => TrustStore.Load(File(_folder.Write("trust", content), password), DateTimeOffset.UtcNow);

    static string? Complaint(TrustStore trust, X509Certificate2 certificate) => trust.Complaint(certificate, TrustStore.ClientUsage, [], DateTimeOffset.UtcNow);

    static string Refusal(string path, string? password) => Assert.Throws<StoreException>(() => TrustStore.Load(File(path, password), DateTimeOffset.UtcNow)).Message;

    static StoreFile File(string path, string? password) => new("truststore", path, password);
}
