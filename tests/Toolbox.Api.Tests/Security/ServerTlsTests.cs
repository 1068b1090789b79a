using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Toolbox.Api.Security;
using Toolbox.Api.Security.Stores;
using Toolbox.Api.Security.Tls;

namespace Toolbox.Api.Tests.Security;

/// <summary>Server and client over real connections.</summary>
public sealed class ServerTlsTests : IDisposable
{
    readonly TestFolder _folder = new();
    readonly TestAuthority _authority = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_client_with_a_certificate_of_the_authority_is_served()
    {
        await using var server = await Start();
        Assert.Equal("CN=client", await server.Ask(Client(_authority.Client())));
        Assert.Empty(server.Lines);
    }

    [Fact]
    public async Task Without_trust_store_the_server_asks_for_no_certificate()
    {
        await using var server = await TlsServer.Start(TlsFiles.Of(Keys(_authority.Server()), null, null, null), TimeProvider.System);
        Assert.Equal("nobody", await server.Ask(Client(null)));
    }

    [Fact]
    public async Task A_client_without_certificate_is_refused_and_told_what_is_missing()
    {
        await using var server = await Start();
        Assert.Equal("the server hung up, as those do that ask for a client certificate: give --keystore-path", await Explanation(server, Client(null)));
    }

    [Fact]
    public async Task A_client_of_another_authority_is_refused_and_both_sides_say_so()
    {
        await using var server = await Start();
        var client = Client(new TestAuthority().Client("stranger"));
        Assert.Equal($"the server hung up, as those do that do not trust a client's certificate: --keystore-path {_folder.Path("client.pem")}", await Explanation(server, client));
        Assert.Contains("A client with the certificate CN=stranger was refused: ", Assert.Single(server.Lines));
    }

    [Fact]
    public async Task A_certificate_for_servers_does_not_make_a_client()
    {
        await using var server = await Start();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.Ask(Client(_authority.Server())));
    }

    [Fact]
    public async Task An_expired_client_certificate_is_refused_on_both_sides()
    {
        await using var server = await Start();
        var path = _folder.Write("expired.pem", TestAuthority.Pem(_authority.Expired(TrustStore.ClientUsage)));
        var files = TlsFiles.Of(path, null, Authority(), null);
        Assert.Contains("expired at", Assert.Throws<StoreException>(() => ClientTls.Load(files, TimeProvider.System)).Message);
        // A client whose clock is late shows it nevertheless.
        var late = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(-10));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.Ask(ClientTls.Load(files, late)));
        Assert.NotEmpty(server.Lines);
        Assert.All(server.Lines, line => Assert.Contains("expired", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_of_another_authority_or_name_is_refused_by_the_client()
    {
        await using var server = await Start();
        var other = TlsFiles.Of(null, null, _folder.Write("other.pem", new TestAuthority().Certificate.ExportCertificatePem()), null);
        Assert.StartsWith($"the server's certificate CN=server is refused: --truststore-path {_folder.Path("other.pem")}: ", await Explanation(server, ClientTls.Load(other, TimeProvider.System)));
        Assert.Equal(
            "the server's certificate CN=server is refused: it is not made out for the host that was asked",
            await Explanation(server, Client(_authority.Client()), "flink-operator.example"));
    }

    [Theory]
    [InlineData(SslProtocols.Tls12, true)]
    [InlineData(SslProtocols.Tls13, true)]
#pragma warning disable SYSLIB0039, CA5397 // What must be refused has to be tried.
    [InlineData(SslProtocols.Tls11, false)]
    [InlineData(SslProtocols.Tls, false)]
#pragma warning restore SYSLIB0039, CA5397
    public async Task Only_new_versions_of_TLS_are_spoken(SslProtocols version, bool spoken)
    {
        await using var server = await TlsServer.Start(TlsFiles.Of(Keys(_authority.Server()), null, null, null), TimeProvider.System);
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", server.Port);
        await using var stream = new SslStream(connection.GetStream(), false, (_, _, _, _) => true);
        var shake = stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = version });
        if (!spoken)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => shake);
            return;
        }
        await shake;
        Assert.Equal(version, stream.SslProtocol);
    }

    [Fact]
    public void A_server_cannot_start_with_a_trust_store_alone_or_with_what_cannot_be_used()
    {
        Assert.StartsWith("--truststore-path needs --keystore-path", Refusal(TlsFiles.Of(null, null, Authority(), null)));
        Assert.Contains("expired at", Refusal(TlsFiles.Of(Keys(_authority.Expired(TrustStore.ServerUsage)), null, Authority(), null)));
        Assert.Contains("does not exist", Refusal(TlsFiles.Of(Keys(_authority.Server()), null, _folder.Path("none"), null)));
    }

    static string Refusal(TlsFiles files) => Assert.Throws<StoreException>(() => ServerTls.Open(files, TimeProvider.System, _ => { })).Message;

    Task<TlsServer> Start() => TlsServer.Start(TlsFiles.Of(Keys(_authority.Server()), null, Authority(), null), TimeProvider.System);

    ClientTls Client(X509Certificate2? certificate) => ClientTls.Load(
        TlsFiles.Of(certificate is null ? null : _folder.Write("client.pem", TestAuthority.Pem(certificate)), null, Authority(), null), TimeProvider.System);

    string Keys(X509Certificate2 certificate) => _folder.Write("server.pem", TestAuthority.Pem(certificate));

    string Authority() => _folder.Write("authority.pem", _authority.Certificate.ExportCertificatePem());

    static async Task<string?> Explanation(TlsServer server, ClientTls client, string host = "localhost")
    {
        var error = await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.Ask(client, host));
        return client.Explain(error) ?? throw new InvalidOperationException("not explained", error);
    }
}
