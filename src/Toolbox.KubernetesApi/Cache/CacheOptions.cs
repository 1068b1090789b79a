namespace Toolbox.KubernetesApi;

/// <summary>What a cache holds and how patiently it follows.</summary>
public sealed record CacheOptions<T>
{
    /// <summary>Only this namespace; without it all.</summary>
    public string? Namespace { get; init; }

    public string? LabelSelector { get; init; }

    public string? FieldSelector { get; init; }

    /// <summary>Applied to every object before it is stored; may change and return its argument.</summary>
    public Func<T, T> Trim { get; init; } = ObjectMetadata.WithoutManagedFields;

    /// <summary>Items per page of a list.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>Delay after the first failure; it doubles with each further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan WatchTimeout { get; init; } = TimeSpan.FromSeconds(290);

    /// <summary>0 to 1, chosen by the caller: spreads the ends of many watches, see <see cref="WatchOptions.Jitter"/>.</summary>
    public double Jitter { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
