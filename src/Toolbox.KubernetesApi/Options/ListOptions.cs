namespace Toolbox.KubernetesApi;

/// <summary>Narrows and pages a list.</summary>
public sealed record ListOptions
{
    public string? LabelSelector { get; init; }

    public string? FieldSelector { get; init; }

    /// <summary>Items per page; without it everything comes in one answer.</summary>
    public int? Limit { get; init; }

    /// <summary>Token of the previous page.</summary>
    public string? Continue { get; init; }

    /// <summary><c>0</c> for any version that the server has at hand, otherwise at least this version; without it the newest.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary><c>Exact</c> or <c>NotOlderThan</c>; needs a resource version.</summary>
    public string? ResourceVersionMatch { get; init; }

    internal string Query() => new QueryText()
        .Add("labelSelector", LabelSelector)
        .Add("fieldSelector", FieldSelector)
        .Add("limit", Limit)
        .Add("continue", Continue)
        .Add("resourceVersion", ResourceVersion)
        .Add("resourceVersionMatch", ResourceVersionMatch)
        .ToString();
}
