namespace Toolbox.KubernetesApi;

/// <summary>Whether a cache follows its server. The content stays readable in every state.</summary>
public abstract record CacheState
{
    CacheState() { }

    /// <summary>The first list is still under way.</summary>
    public sealed record Starting : CacheState;

    /// <summary>The watch is open, or was closed in good order a moment ago.</summary>
    public sealed record Fresh : CacheState;

    /// <summary>Changes since then are not known, because of the reason.</summary>
    public sealed record Stale(DateTimeOffset Since, string Reason) : CacheState;
}
