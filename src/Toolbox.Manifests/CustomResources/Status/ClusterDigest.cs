namespace Toolbox.Manifests.CustomResources;

/// <summary>Digests of the parts of a cluster's spec, Base64 of MD5.</summary>
public sealed record ClusterDigest
{
    public string? Runtime { get; init; }

    public string? JobManager { get; init; }

    public string? TaskManager { get; init; }

    public string? Supervisor { get; init; }
}
