using Toolbox.KubernetesApi;

namespace Toolbox.Operator.Loop;

/// <summary>Hears the changes of a cache.</summary>
public static class Changes
{
    /// <summary>Calls for each change until cancelled or until the cache is closed.</summary>
    public static async Task Follow<T>(ResourceCache<T> cache, Action<ResourceChange<T>> heard, CancellationToken cancellation)
    {
        try
        {
            await foreach (var change in cache.Changes(cancellation)) heard(change);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The process ends, or another one leads now.
        }
    }
}
