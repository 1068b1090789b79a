using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Toolbox.KubernetesApi.Tests.Connections;

/// <summary>One class, because the environment belongs to the whole process.</summary>
public sealed class InClusterTests : IDisposable
{
    static readonly string[] Variables = ["KUBERNETES_SERVICE_HOST", "KUBERNETES_SERVICE_PORT", "KUBECONFIG", "HOME", ApiConnections.RootVariable];
    readonly Dictionary<string, string?> _before = Variables.ToDictionary(name => name, Environment.GetEnvironmentVariable);
    readonly string _root = Directory.CreateTempSubdirectory().FullName;
    readonly string _account;

    public InClusterTests()
    {
        _account = Path.Combine(_root, "var/run/secrets/kubernetes.io/serviceaccount");
        Directory.CreateDirectory(_account);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = new CertificateRequest("CN=cluster", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(_account, "ca.crt"), authority.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_account, "token"), "abc\n");
        File.WriteAllText(Path.Combine(_account, "namespace"), "flink");
        Set("10.96.0.1", "443");
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before) Environment.SetEnvironmentVariable(name, value);
        Directory.Delete(_root, recursive: true);
    }

    static void Set(string? host, string? port)
    {
        Environment.SetEnvironmentVariable("KUBERNETES_SERVICE_HOST", host);
        Environment.SetEnvironmentVariable("KUBERNETES_SERVICE_PORT", port);
    }

    static string Message(Func<ApiConnection> connect) => Assert.Throws<ApiConnectionException>(connect).Message;

    [Fact]
    public void The_files_of_the_service_account_are_read_below_the_root()
    {
        var connection = ApiConnections.InCluster(_root);
        Assert.Equal(("https://10.96.0.1/", "flink"), (connection.Server.ToString(), connection.DefaultNamespace));
        Assert.Equal(Path.Combine(_account, "token"), connection.TokenFile);
        Assert.Equal("CN=cluster", Assert.Single(connection.CertificateAuthorities!).Subject);
    }

    [Fact]
    public void The_root_may_come_from_the_environment_and_the_address_may_be_IPv6()
    {
        Set("fd00::1", "6443");
        Environment.SetEnvironmentVariable(ApiConnections.RootVariable, _root);
        Assert.Equal("https://[fd00::1]:6443/", ApiConnections.InCluster().Server.ToString());
    }

    [Fact]
    public void A_missing_variable_or_file_is_named()
    {
        Set("10.96.0.1", "http");
        Assert.Contains("KUBERNETES_SERVICE_PORT is 'http'", Message(() => ApiConnections.InCluster(_root)), StringComparison.Ordinal);
        Set(null, "443");
        Assert.Contains("KUBERNETES_SERVICE_HOST is not set", Message(() => ApiConnections.InCluster(_root)), StringComparison.Ordinal);
        Set("not a host", "443");
        Assert.Contains("KUBERNETES_SERVICE_HOST is 'not a host'", Message(() => ApiConnections.InCluster(_root)), StringComparison.Ordinal);
        Set("10.96.0.1", "443");
        File.WriteAllText(Path.Combine(_account, "ca.crt"), "nothing");
        Assert.Contains($"{_account}/ca.crt holds no certificate", Message(() => ApiConnections.InCluster(_root)), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_account, "token"), " ");
        Assert.Contains($"{_account}/token is empty", Message(() => ApiConnections.InCluster(_root)), StringComparison.Ordinal);
        File.Delete(Path.Combine(_account, "token"));
        Assert.StartsWith($"{_account}/token cannot be read", Message(() => ApiConnections.InCluster(_root)), StringComparison.Ordinal);
    }

    [Fact]
    public void Discovery_goes_from_KUBECONFIG_to_the_pod_to_the_home_folder()
    {
        var config = Path.Combine(_root, "config");
        File.WriteAllText(config, """{"current-context":"x","contexts":[{"name":"x","context":{"cluster":"c","user":"u"}}],"clusters":[{"name":"c","cluster":{"server":"https://a.example.test"}}],"users":[{"name":"u","user":{"token":"t"}}]}""");
        Environment.SetEnvironmentVariable(ApiConnections.RootVariable, _root);
        Environment.SetEnvironmentVariable("KUBECONFIG", $"{config}.missing{Path.PathSeparator}{config}");
        Assert.Equal("a.example.test", ApiConnections.Discover().Server.Host);
        Environment.SetEnvironmentVariable("KUBECONFIG", null);
        Assert.Equal("10.96.0.1", ApiConnections.Discover().Server.Host);
        Set(null, null);
        Environment.SetEnvironmentVariable("HOME", _root);
        Assert.Contains("no Kubernetes cluster is configured", Message(() => ApiConnections.Discover()), StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(_root, ".kube"));
        File.Copy(config, Path.Combine(_root, ".kube/config"));
        Assert.Equal("a.example.test", ApiConnections.Discover().Server.Host);
    }
}
