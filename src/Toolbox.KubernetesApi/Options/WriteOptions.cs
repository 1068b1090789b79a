namespace Toolbox.KubernetesApi;

/// <summary>How a create, replace or patch is done.</summary>
public sealed record WriteOptions
{
    /// <summary>Who owns the written fields; without it the server takes the first part of the user agent. An apply needs one.</summary>
    public string? FieldManager { get; init; }

    /// <summary>Check and answer, store nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Apply only: take over fields that belong to other managers.</summary>
    public bool Force { get; init; }

    /// <summary>For example <c>status</c> or <c>scale</c>.</summary>
    public string? Subresource { get; init; }

    /// <summary><c>Strict</c>, <c>Warn</c> or <c>Ignore</c> for unknown fields.</summary>
    public string? FieldValidation { get; init; }

    internal QueryText Query() => new QueryText()
        .Add("fieldManager", FieldManager)
        .Add("dryRun", DryRun ? "All" : null)
        .Add("fieldValidation", FieldValidation);
}
