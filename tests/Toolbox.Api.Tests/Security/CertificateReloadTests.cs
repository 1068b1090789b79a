using Microsoft.Extensions.Time.Testing;
using Toolbox.Api.Security;
using Toolbox.Api.Security.Tls;

namespace Toolbox.Api.Tests.Security;

/// <summary>Certificates change while the server runs, as a mounted Secret does: behind a symbolic link.</summary>
public sealed class CertificateReloadTests : IDisposable
{
    readonly TestFolder _folder = new();
    readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    TestAuthority _authority = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task New_files_are_taken_up_with_the_next_connection()
    {
        await using var server = await Start();
        Assert.Equal("CN=before", await server.Ask(Client("before")));
        var old = Client("before");
        _authority = new TestAuthority();
        Mount("second");
        // Within the same second the files are not looked at again.
        Assert.Equal("CN=before", await server.Ask(old));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("CN=after", await server.Ask(Client("after")));
        Assert.StartsWith("The certificate CN=server was taken up, valid until", Assert.Single(server.Lines));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.Ask(old));
    }

    [Fact]
    public async Task Broken_files_leave_the_old_ones_in_use_and_are_told_once()
    {
        await using var server = await Start();
        var client = Client("client");
        Mount("broken", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        for (var round = 0; round < 3; round++)
        {
            _clock.Advance(TimeSpan.FromSeconds(2));
            Assert.Equal("CN=client", await server.Ask(client));
        }
        Assert.StartsWith($"The certificates that were loaded before stay in use: --keystore-path {_folder.Path("server.pem")}: ", Assert.Single(server.Lines));
        Directory.Delete(_folder.Path("..data"));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("CN=client", await server.Ask(client));
        Assert.EndsWith("the file does not exist", server.Lines.Last());
    }

    Task<TlsServer> Start()
    {
        Mount("first");
        foreach (var name in new[] { "server.pem", "authority.pem" }) File.CreateSymbolicLink(_folder.Path(name), $"..data/{name}");
        return TlsServer.Start(TlsFiles.Of(_folder.Path("server.pem"), null, _folder.Path("authority.pem"), null), _clock);
    }

    // As the kubelet does it: a new folder, then another target of one link.
    void Mount(string name, string? server = null)
    {
        Directory.CreateDirectory(_folder.Path(name));
        _folder.Write($"{name}/server.pem", server ?? TestAuthority.Pem(_authority.Server()));
        _folder.Write($"{name}/authority.pem", _authority.Certificate.ExportCertificatePem());
        if (Directory.Exists(_folder.Path("..data"))) Directory.Delete(_folder.Path("..data"));
        Directory.CreateSymbolicLink(_folder.Path("..data"), name);
    }

    ClientTls Client(string name) => ClientTls.Load(
        TlsFiles.Of(
            _folder.Write($"{name}.pem", TestAuthority.Pem(_authority.Client(name))), null,
            _folder.Write($"{name}-authority.pem", _authority.Certificate.ExportCertificatePem()), null),
        TimeProvider.System);
}
