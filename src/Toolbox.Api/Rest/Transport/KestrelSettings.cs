using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Toolbox.Api.Rest.Transport;

/// <summary>The listener of the REST API, and its limits against slow, greedy and endless clients.</summary>
static class KestrelSettings
{
    // So much of a body that is too long is still read, and dropped, before the refusal.
    const int Excess = 4 * 1024 * 1024;

    public static void Apply(KestrelServerOptions kestrel, RestOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.AllowSynchronousIO = false;
        kestrel.Limits.MaxRequestBodySize = options.LongestBody + Excess;
        kestrel.Limits.MaxRequestHeadersTotalSize = options.LongestHeaders;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.MaxRequestLineSize = Math.Min(options.LongestHeaders, 8 * 1024);
        kestrel.Limits.MaxConcurrentConnections = options.MostConnections;
        kestrel.Limits.RequestHeadersTimeout = options.HeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
        // Slower than this, in bytes a second, a client is given up. It is the default, stated because the API relies on it.
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
        kestrel.Limits.MinResponseDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
        kestrel.Listen(options.Address, options.Port, listen => Secure(listen, options));
    }

    static void Secure(ListenOptions listen, RestOptions options)
    {
        listen.Protocols = HttpProtocols.Http1;
        if (options.Tls is { } tls) listen.UseHttps(tls.Handshake);
    }
}
