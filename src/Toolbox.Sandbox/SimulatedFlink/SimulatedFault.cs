namespace Toolbox.Sandbox.SimulatedFlink;

/// <summary>Something that goes wrong with requests to the simulated Flink.</summary>
/// <param name="Path">Requests whose path starts with this text, as `/jobs/overview`; `/` for all. Paths under /v1 match without it.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Method">HTTP method, or null for all.</param>
/// <param name="Times">How many requests are hit; negative: all until the fault is cleared.</param>
/// <param name="Status">Code of the answer for <see cref="SimulatedFaultKind.Error"/>.</param>
/// <param name="Delay">For <see cref="SimulatedFaultKind.Stall"/>: how long; null stalls until the fault is cleared or the client gives up.</param>
public sealed record SimulatedFault(
    string Path, SimulatedFaultKind Kind, string? Method = null, int Times = -1, int Status = 503, TimeSpan? Delay = null);

/// <summary>How a request fails.</summary>
public enum SimulatedFaultKind
{
    /// <summary>The answer comes late or never.</summary>
    Stall,

    /// <summary>The connection is cut before anything is done.</summary>
    Refuse,

    /// <summary>The request is carried out, then the connection is cut.</summary>
    LoseReply,

    /// <summary>An error answer with <see cref="SimulatedFault.Status"/>.</summary>
    Error,

    /// <summary>A proxy's page: 502 with HTML.</summary>
    ProxyPage,
}
