namespace Toolbox.Manifests.CustomResources;

/// <summary>Digests of the parts of a job's spec, Base64 of MD5.</summary>
public sealed record JobDigest
{
    public string? Bootstrap { get; init; }

    public string? Savepoint { get; init; }

    public string? Restart { get; init; }
}
