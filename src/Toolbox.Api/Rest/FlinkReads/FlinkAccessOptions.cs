namespace Toolbox.Api.Rest.FlinkReads;

/// <summary>How JobManagers are reached: inside of Kubernetes by the address of their pod, from outside as these say.</summary>
public sealed record FlinkAccessOptions
{
    /// <summary>Host of the node ports of the JobManagers' Services, or of <see cref="PortForward"/>.</summary>
    public string? Hostname { get; init; }

    /// <summary>A port that somebody forwards to the JobManager; it stands for every cluster.</summary>
    public int? PortForward { get; init; }
}
