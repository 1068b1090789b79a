namespace Toolbox.Manifests.CustomResources;

/// <summary>The parallelism that was last applied to one job of a deployment.</summary>
public sealed record AppliedJobScaleStatus
{
    public string? Name { get; init; }

    public int? JobParallelism { get; init; }
}
