namespace Toolbox.KubernetesApi;

/// <summary>One event of a watch. After <see cref="Expired"/> and <see cref="Failed"/> nothing follows.</summary>
public abstract record WatchEvent<T>
{
    WatchEvent() { }

    /// <summary>The object exists, newly or as part of the first events.</summary>
    public sealed record Added(T Value) : WatchEvent<T>;

    public sealed record Modified(T Value) : WatchEvent<T>;

    /// <summary>The object is gone or no longer selected; the value is its last state with the version of the deletion.</summary>
    public sealed record Deleted(T Value) : WatchEvent<T>;

    /// <summary>Everything up to this version has been sent.</summary>
    /// <param name="InitialEventsEnd">True for the bookmark that ends the first events of a watch that asked for them.</param>
    public sealed record Bookmark(string ResourceVersion, bool InitialEventsEnd) : WatchEvent<T>;

    /// <summary>The version to start from is no longer known (410): list anew.</summary>
    public sealed record Expired(string Message) : WatchEvent<T>;

    /// <summary>The watch ended in disorder: not opened, refused, broken or unreadable.</summary>
    /// <param name="RetryAfter">How long the server asks to wait, where it does.</param>
    public sealed record Failed(string Reason, TimeSpan? RetryAfter) : WatchEvent<T>;
}
