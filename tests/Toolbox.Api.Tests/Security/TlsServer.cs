using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Toolbox.Api.Security;
using Toolbox.Api.Security.Tls;

namespace Toolbox.Api.Tests.Security;

/// <summary>An HTTPS server on loopback that answers with the subject of the client's certificate.</summary>
sealed class TlsServer : IAsyncDisposable
{
    readonly WebApplication _application;

    TlsServer(WebApplication application, ConcurrentQueue<string> lines) => (_application, Lines) = (application, lines);

    public ConcurrentQueue<string> Lines { get; }

    public int Port => new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    public static async Task<TlsServer> Start(TlsFiles files, TimeProvider clock)
    {
        var lines = new ConcurrentQueue<string>();
        var tls = ServerTls.Open(files, clock, lines.Enqueue);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(tls.Handshake)));
        var application = builder.Build();
        application.Run(context => context.Response.WriteAsync(context.Connection.ClientCertificate?.Subject ?? "nobody"));
        await application.StartAsync();
        return new TlsServer(application, lines);
    }

    /// <summary>One request on a connection of its own.</summary>
    public async Task<string> Ask(ClientTls client, string host = "localhost")
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, SslOptions = client.Options };
        // Names of certificates are tried without a name server.
        handler.ConnectCallback = async (_, cancellation) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, Port, cancellation);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        };
        using var http = new HttpClient(handler) { Timeout = TimeSpan.FromMinutes(2) };
        return await http.GetStringAsync(new Uri($"https://{host}:{Port}/"));
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();
}
