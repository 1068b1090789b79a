using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.Client;

/// <summary>What goes wrong with the operator ends with 1 and one line; what is wrong with a file ends with 2.</summary>
public sealed class FailureTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Nobody_there()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var invocation = await Invocation.Run("clusters", "list", "--host", "127.0.0.1", "--port", $"{port}");
        Assert.Equal((1, ""), (invocation.Code, invocation.Output));
        Assert.Equal($"flinkctl: http://127.0.0.1:{port} cannot be reached: Connection refused; --host and --port say where the operator is", invocation.Line);
    }

    [Fact]
    public async Task Silent_operator()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var invocation = await Invocation.Run("clusters", "list", "--host", "127.0.0.1", "--port", $"{port}", "--timeout", "1");
        Assert.Equal(new Invocation(1, "", $"flinkctl: no answer from http://127.0.0.1:{port} within 1 s"), invocation);
    }

    [Theory]
    [InlineData(404, """{"status":"FAILURE","error":"Cluster not found"}""", "Cluster not found")]
    [InlineData(200, """{"status":"FAILURE","error":"runtime is required"}""", "runtime is required")]
    [InlineData(200, """{"status":"ERROR"}""", "the operator answered ERROR with code 200; its log says more")]
    [InlineData(502, """{"status":"ERROR","error":"Flink does not answer"}""", "Flink does not answer")]
    [InlineData(404, "<html>Not found</html>", "the answer with code 404 is none of the operator's: is it behind --host and --port?")]
    [InlineData(500, "", "the answer with code 500 is none of the operator's: is it behind --host and --port?")]
    public async Task Refusal_of_the_operator(int code, string body, string reason)
    {
        await using var @operator = await RecordingOperator.Start(body, code);
        Assert.Equal(new Invocation(1, body, $"flinkctl: {reason}"), await @operator.Run("cluster", "status", "--cluster-name", "c"));
        Assert.Equal(new Invocation(1, "", $"flinkctl: {reason}"), await @operator.Run("cluster", "status", "--cluster-name", "c", "-o", "json"));
    }

    [Theory]
    [InlineData("[1]", "an object is needed, but there is a list")]
    [InlineData("text", "an object is needed, but there is only \"text\"")]
    [InlineData("", "an object is needed, but there is nothing")]
    [InlineData("{\"a\": ", "is not JSON")]
    [InlineData("a: [", "is not YAML")]
    public async Task Spec_that_is_none(string text, string words)
    {
        var file = _folder.Write("spec", text);
        var invocation = await Invocation.Run("cluster", "create", "--cluster-name", "c", "--cluster-spec", file);
        Assert.Equal((2, ""), (invocation.Code, invocation.Output));
        Assert.StartsWith($"flinkctl: --cluster-spec {file}: {words}", invocation.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spec_that_is_not_there() => Assert.Equal(
        new Invocation(2, "", $"flinkctl: --job-spec: there is no file {_folder.Sub("none")}"),
        await Invocation.Run("job", "create", "--cluster-name", "c", "--job-name", "j", "--job-spec", _folder.Sub("none")));

    [Fact]
    public async Task Keystore_that_is_none()
    {
        var invocation = await Invocation.Run("clusters", "list", "--keystore-path", _folder.Write("keystore.jks", "nonsense"));
        Assert.Equal((2, ""), (invocation.Code, invocation.Output));
        Assert.Contains("keystore.jks", invocation.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_HTTP_where_HTTPS_is_expected()
    {
        await using var @operator = await RecordingOperator.Start("{}");
        using var key = RSA.Create(2048);
        var authority = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = authority.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var invocation = await @operator.Run("clusters", "list", "--truststore-path", _folder.Write("ca.pem", certificate.ExportCertificatePem()));
        Assert.Equal((1, ""), (invocation.Code, invocation.Output));
        Assert.StartsWith("flinkctl: https://127.0.0.1:", invocation.Line, StringComparison.Ordinal);
        Assert.Empty(@operator.Requests);
    }

    public void Dispose() => _folder.Dispose();
}
