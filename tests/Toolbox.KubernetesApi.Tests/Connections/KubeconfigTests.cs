using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Toolbox.KubernetesApi.Tests.Connections;

public sealed class KubeconfigTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    string Write(string text, string name = "config")
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    static string Config(string cluster, string user, string context = "") => $$"""
        apiVersion: v1
        kind: Config
        current-context: here
        contexts:
        - name: here
          context: {cluster: c, user: u{{context}}}
        - name: there
          context: {cluster: d, user: u}
        clusters:
        - name: c
          cluster: {{cluster}}
        - name: d
          cluster: {server: "https://there.example.test"}
        users:
        - name: u
          user: {{user}}
        """;

    static (string Certificate, string Key) SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Server_authority_token_and_namespace_are_read()
    {
        var (certificate, _) = SelfSigned();
        var path = Write(Config($"{{server: \"https://127.0.0.1:6443\", certificate-authority-data: {Base64(certificate)}}}", "{token: abc}", ", namespace: flink"));
        var connection = ApiConnections.FromKubeconfig(path);
        Assert.Equal(("https://127.0.0.1:6443/", "abc", "flink"), (connection.Server.ToString(), connection.Token, connection.DefaultNamespace));
        Assert.Equal("CN=test", Assert.Single(connection.CertificateAuthorities!).Subject);
        Assert.False(connection.SkipTlsVerification);
    }

    [Fact]
    public void Another_context_can_be_chosen()
    {
        var path = Write(Config("{server: \"http://127.0.0.1:1\"}", "{token: t}"));
        Assert.Equal("https://there.example.test/", ApiConnections.FromKubeconfig(path, "there").Server.ToString());
        Assert.Equal("default", ApiConnections.FromKubeconfig(path).DefaultNamespace);
    }

    [Fact]
    public void A_client_certificate_comes_with_its_key()
    {
        var (certificate, key) = SelfSigned();
        var path = Write(Config("{server: \"https://127.0.0.1:1\", insecure-skip-tls-verify: true}",
            $"{{client-certificate-data: {Base64(certificate)}, client-key-data: {Base64(key)}}}"));
        var connection = ApiConnections.FromKubeconfig(path);
        Assert.True(connection.ClientCertificate!.HasPrivateKey);
        Assert.True(connection.SkipTlsVerification);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var path = Path.Combine(_folder, "nowhere");
        Assert.Equal($"kubeconfig {path} does not exist", Message(() => ApiConnections.FromKubeconfig(path)));
    }

    [Theory]
    [InlineData("not: [yaml", null)]
    [InlineData("", null)]
    public void A_file_that_is_no_kubeconfig_is_named_in_one_line(string text, string? context)
    {
        var path = Write(text);
        var message = Message(() => ApiConnections.FromKubeconfig(path, context));
        Assert.StartsWith($"kubeconfig {path} cannot be used: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_context_that_is_missing_is_named()
    {
        var path = Write(Config("{server: \"https://127.0.0.1:1\"}", "{token: t}"));
        Assert.Contains("nosuch", Message(() => ApiConnections.FromKubeconfig(path, "nosuch")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_without_its_key_is_refused()
    {
        var path = Write(Config("{server: \"https://127.0.0.1:1\"}", $"{{client-certificate-data: {Base64(SelfSigned().Certificate)}}}"));
        Assert.Contains(path, Message(() => ApiConnections.FromKubeconfig(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_refused()
    {
        var path = Write(Config("{server: \"https://127.0.0.1:1\"}", "{username: a, password: b}"));
        Assert.Contains("not supported", Message(() => ApiConnections.FromKubeconfig(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_file_is_discovered_before_anything_else()
    {
        var path = Write(Config("{server: \"https://127.0.0.1:1\"}", "{token: t}"));
        Assert.Equal("https://127.0.0.1:1/", ApiConnections.Discover(path).Server.ToString());
    }

    static string Message(Func<ApiConnection> connect) => Assert.Throws<ApiConnectionException>(connect).Message;
}
