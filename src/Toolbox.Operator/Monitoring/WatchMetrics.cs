using Toolbox.KubernetesApi;

namespace Toolbox.Operator.Monitoring;

/// <summary>How well a cache follows the API server.</summary>
public sealed class WatchMetrics(ProcessMetrics metrics, TimeProvider clock) : IDisposable
{
    readonly List<IDisposable> _followed = [];

    /// <param name="resource">Plural name of the resource, for the label.</param>
    public WatchMetrics Follow<T>(string resource, ResourceCache<T> cache)
    {
        var stale = metrics.Factory.CreateGauge("flinkctl_cache_stale_seconds", "How long changes at the API server have not been heard of; 0 while they are.", ["resource"]);
        var seen = 0L;
        _followed.Add(metrics.BeforeScrape(() =>
        {
            var restarts = cache.Restarts;
            metrics.WatchRestarted(resource, restarts - seen);
            seen = restarts;
            stale.WithLabels(resource).Set(cache.State is CacheState.Stale state ? Math.Max(0, (clock.GetUtcNow() - state.Since).TotalSeconds) : 0);
        }));
        _followed.Add(new Closing(() => stale.RemoveLabelled(resource)));
        return this;
    }

    public void Dispose() => _followed.ForEach(item => item.Dispose());
}
