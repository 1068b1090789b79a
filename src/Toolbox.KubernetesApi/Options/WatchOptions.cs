namespace Toolbox.KubernetesApi;

/// <summary>Narrows a watch and says where it starts and ends.</summary>
public sealed record WatchOptions
{
    public string? LabelSelector { get; init; }

    public string? FieldSelector { get; init; }

    /// <summary>Start after this version; without it the server first sends what exists.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>Lets the server tell from time to time how far the watch has come.</summary>
    public bool AllowBookmarks { get; init; } = true;

    /// <summary>After how long the server ends the watch in good order.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(290);

    /// <summary>0 to 1: how much of a tenth of the timeout is taken off, so that many watches need not end together. The caller chooses it.</summary>
    public double Jitter { get; init; }

    internal TimeSpan EffectiveTimeout => TimeSpan.FromSeconds(
        Math.Max(1, Math.Floor(Timeout.TotalSeconds * (1 - 0.1 * Math.Clamp(Jitter, 0, 1)))));

    internal string Query() => new QueryText()
        .Add("watch", "true")
        .Add("labelSelector", LabelSelector)
        .Add("fieldSelector", FieldSelector)
        .Add("resourceVersion", ResourceVersion)
        .Add("allowWatchBookmarks", AllowBookmarks ? "true" : null)
        .Add("timeoutSeconds", (int)EffectiveTimeout.TotalSeconds)
        .ToString();
}
