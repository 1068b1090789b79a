using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Toolbox.Sandbox.Api.Access;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api;

/// <summary>
/// A Kubernetes API server inside this process, on loopback: discovery, built-in and custom resources, watches, patches, subresources. It
/// answers as a recorded kube-apiserver 1.36 does. Who may do what is decided as <see cref="ApiServerOptions.Authorization"/> says.
/// </summary>
public sealed class ApiServer : IAsyncDisposable
{
    readonly WebApplication _application;
    readonly ApiState _state;
    readonly ObjectJournal? _journal;

    ApiServer(WebApplication application, ApiState state, ObjectJournal? journal, string bearerToken, string authorityPem)
    {
        (_application, _state, _journal, BearerToken, CertificateAuthorityPem) = (application, state, journal, bearerToken, authorityPem);
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Url = new Uri(addresses.Addresses.First());
    }

    /// <summary>Where it listens, such as <c>https://127.0.0.1:40311</c>.</summary>
    public Uri Url { get; }

    /// <summary>The token of the administrator (group system:masters).</summary>
    public string BearerToken { get; }

    /// <summary>The certificate of the authority that signed the server's; with a data folder that of the start before.</summary>
    public string CertificateAuthorityPem { get; }

    /// <summary>Starts a server and returns when it accepts requests.</summary>
    /// <exception cref="IOException">The port is in use, or a file of the data folder cannot be used; the message names it.</exception>
    public static async Task<ApiServer> StartAsync(ApiServerOptions options, CancellationToken cancellation)
    {
        using var identity = ServerIdentity.Open(options.DataDirectory, options.AdministratorToken);
        var token = identity.AdministratorToken;
        var journal = options.DataDirectory is { } folder ? ObjectJournal.Open(folder) : null;
        var state = Prepare(options, identity, journal);
        var certificates = ServingCertificates.Create(identity.Authority, DateTimeOffset.UtcNow);
        var application = Build(options.Port, certificates, new RequestPipeline(state));
        try
        {
            await application.StartAsync(cancellation);
        }
        catch (IOException error)
        {
            await application.DisposeAsync();
            Release(state, journal);
            throw new IOException($"the Kubernetes API server cannot listen on 127.0.0.1 port {options.Port}: {error.Message}", error);
        }
        return new ApiServer(application, state, journal, token, certificates.AuthorityPem);
    }

    /// <summary>A kubeconfig for this server, as YAML text.</summary>
    /// <param name="namespace">The namespace that kubectl uses without <c>-n</c>.</param>
    public string Kubeconfig(string @namespace) => KubeconfigText.Write(Url, CertificateAuthorityPem, BearerToken, @namespace);

    public async ValueTask DisposeAsync()
    {
        await _state.Stopping.CancelAsync();
        await _application.StopAsync(new CancellationTokenSource(TimeSpan.FromSeconds(2)).Token);
        await _application.DisposeAsync();
        Release(_state, _journal);
    }

    static ApiState Prepare(ApiServerOptions options, ServerIdentity identity, ObjectJournal? journal)
    {
        try
        {
            var state = new ApiState(options, identity, journal);
            state.Restore();
            InitialObjects.Create(state);
            if (options.Authorization == AuthorizationMode.RBAC) DefaultRoles.Create(state);
            return state;
        }
        catch
        {
            journal?.Dispose();
            throw;
        }
    }

    static void Release(ApiState state, ObjectJournal? journal)
    {
        state.Tokens.Dispose();
        state.Audit?.Dispose();
        journal?.Dispose();
    }

    static WebApplication Build(int port, ServingCertificates certificates, RequestPipeline pipeline)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            kestrel.Listen(IPAddress.Loopback, port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(certificates.Server);
            });
        });
        var application = builder.Build();
        application.Run(pipeline.HandleAsync);
        return application;
    }
}
