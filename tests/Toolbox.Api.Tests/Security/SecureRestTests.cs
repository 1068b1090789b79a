using Toolbox.Api.Security;
using Toolbox.Api.Security.Tls;
using Toolbox.Api.Tests.World;

namespace Toolbox.Api.Tests.Security;

/// <summary>The REST API over HTTPS.</summary>
[Collection(nameof(ApiCollection))]
public sealed class SecureRestTests(ApiFixture api) : IDisposable
{
    readonly TestFolder _folder = new();
    readonly TestAuthority _authority = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_serves_clients_with_a_certificate_and_nobody_else()
    {
        var authority = _folder.Write("authority.pem", _authority.Certificate.ExportCertificatePem());
        var server = TlsFiles.Of(_folder.Write("server.jks", TestAuthority.Pkcs12("password", _authority.Server())), "password", authority, null);
        await using var stand = await RestStand.Start(api, options => options with { Tls = ServerTls.Open(server, TimeProvider.System, _ => { }) });
        Assert.Equal("https", stand.Server.Url.Scheme);
        Assert.Contains("\"status\":\"OK\"", await Ask(stand, TlsFiles.Of(_folder.Write("client.pem", TestAuthority.Pem(_authority.Client())), null, authority, null)));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Ask(stand, TlsFiles.Of(null, null, authority, null)));
    }

    static async Task<string> Ask(RestStand stand, TlsFiles files)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, SslOptions = ClientTls.Load(files, TimeProvider.System).Options };
        using var http = new HttpClient(handler) { BaseAddress = stand.Server.Url, Timeout = TimeSpan.FromMinutes(2) };
        return await http.GetStringAsync("/api/v1/clusters");
    }
}
