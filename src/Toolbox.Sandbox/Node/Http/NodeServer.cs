using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Toolbox.Sandbox.Node.Http;

/// <summary>The node's HTTP endpoint: logs as the kubelet serves them to the API server, and faults for tests.</summary>
public sealed class NodeServer : IAsyncDisposable
{
    readonly WebApplication application;

    NodeServer(WebApplication application) => this.application = application;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <exception cref="SandboxException">The port is in use or not of this machine.</exception>
    public static async Task<NodeServer> StartAsync(SandboxNode node, NodeOptions options, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(options.HostAddress, options.Port, listen => Secure(listen, options)));
        if (options.ServeTls)
            builder.WebHost.UseKestrelHttpsConfiguration();
        var application = builder.Build();
        LogRoutes.Map(application, node, options);
        SimulationRoutes.Map(application, node);
        try
        {
            await application.StartAsync(cancellation);
        }
        catch (IOException exception)
        {
            await application.DisposeAsync();
            throw new SandboxException($"the node cannot listen on {options.HostAddress}:{options.Port}: {exception.Message}", exception);
        }

        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new NodeServer(application) { Address = new Uri(addresses.First()) };
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    static void Secure(ListenOptions listen, NodeOptions options)
    {
        if (options.ServeTls)
            listen.UseHttps(Certificate(options));
    }

    /// <summary>An API server without --kubelet-certificate-authority does not ask who signed it.</summary>
    static X509Certificate2 Certificate(NodeOptions options)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={options.Name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(options.HostAddress);
        names.AddDnsName(options.Name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddYears(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
