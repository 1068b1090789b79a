using Toolbox.Manifests.CustomResources.Schema;

namespace Toolbox.Manifests.CustomResources;

/// <summary>The rule that decided last.</summary>
public sealed record DecisionStatus
{
    [FieldSchema("Name of the rule.")]
    public string? Rule { get; init; }

    [FieldSchema("Since when this rule decides, RFC 3339.")]
    public string? Since { get; init; }

    [FieldSchema("What it decided and why.")]
    public string? Message { get; init; }
}
