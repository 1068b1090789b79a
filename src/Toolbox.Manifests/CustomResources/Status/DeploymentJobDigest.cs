namespace Toolbox.Manifests.CustomResources;

/// <summary>Digests of one job of a deployment.</summary>
public sealed record DeploymentJobDigest
{
    public string? Name { get; init; }

    public JobDigest? Job { get; init; }
}
