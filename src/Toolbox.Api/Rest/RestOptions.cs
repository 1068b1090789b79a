using System.Net;
using Toolbox.Api.Security.Tls;
using Toolbox.Api.Security.Tokens;

namespace Toolbox.Api.Rest;

/// <summary>Where the REST API listens, and its limits.</summary>
/// <param name="Address">All interfaces in a container; one loopback address where several processes share a machine.</param>
/// <param name="Port">0 takes a free one.</param>
/// <param name="Version">Version of the toolbox, for the OpenAPI document.</param>
public sealed record RestOptions(IPAddress Address, int Port, string Version)
{
    /// <summary>Bytes of a body. The API server itself takes no object of more than 1.5 MiB.</summary>
    public int LongestBody { get; init; } = 1024 * 1024;

    /// <summary>Bytes of all headers together.</summary>
    public int LongestHeaders { get; init; } = 16 * 1024;

    /// <summary>How long a client may take for its headers.</summary>
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may take for its body.</summary>
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long Flink and the API server may take together; less than the limits of their clients, so that it is told as a 504.</summary>
    public TimeSpan HandlerTimeout { get; init; } = TimeSpan.FromSeconds(9);

    public int MostConnections { get; init; } = 1000;

    /// <summary>Clients that follow events at a time.</summary>
    public int MostEventClients { get; init; } = 100;

    /// <summary>Events that wait for a client; one that is further behind is dropped.</summary>
    public int EventQueue { get; init; } = 256;

    /// <summary>Events that a client which comes back may have missed; after more it begins anew.</summary>
    public int RememberedEvents { get; init; } = 1024;

    /// <summary>Pause after which a comment is sent, so that proxies do not take the stream for dead.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Further names of the Host header that are served; with names given, the header is checked on every address.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Only what reads is served, as an operator in dry run needs it; what changes something is refused with 409.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Certificates for HTTPS; null for plain HTTP.</summary>
    public ServerTls? Tls { get; init; }

    /// <summary>Bearer tokens and Kubernetes' roles decide who may do what; null: whoever reaches the API may.</summary>
    public TokenAccess? Access { get; init; }
}
