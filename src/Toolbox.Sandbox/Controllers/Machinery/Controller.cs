using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;

namespace Toolbox.Sandbox.Controllers.Machinery;

/// <summary>
/// A loop that brings one kind of object closer to what it asks for, whenever something around it changes. Level-triggered: a key says
/// which object to look at, never what happened.
/// </summary>
abstract class Controller(ControllerContext context, string component) : IDisposable
{
    const int Workers = 4;
    static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(5);
    static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);
    readonly ConcurrentDictionary<ObjectKey, int> _failures = new();

    protected ControllerContext Context { get; } = context;

    protected KubernetesApiClient Client => Context.Client;

    protected WorkQueue Queue { get; } = new(context.Time);

    /// <summary>Follows the resources until cancelled; calls <see cref="Follow"/> for each.</summary>
    protected abstract IEnumerable<Task> Sources(CancellationToken cancellation);

    /// <summary>Looks at one object and takes what steps are due.</summary>
    /// <returns>When to look again even if nothing changes.</returns>
    /// <exception cref="RetryException">Something is in the way; look again soon.</exception>
    protected abstract Task<TimeSpan?> Reconcile(ObjectKey key, CancellationToken cancellation);

    public async Task Run(CancellationToken cancellation)
    {
        var sources = Sources(cancellation).ToArray();
        var workers = Enumerable.Range(0, Workers).Select(_ => Work(cancellation));
        // The first that breaks down is told at once, not when all others have ended too.
        await foreach (var ended in Task.WhenEach(sources.Concat(workers)).WithCancellation(cancellation)) await ended;
    }

    public void Dispose() => Queue.Dispose();

    /// <summary>Adds the keys that a change of this resource concerns.</summary>
    protected async Task Follow(ResourceCache<JsonObject> cache, Func<ResourceChange<JsonObject>, IEnumerable<ObjectKey>> keys, CancellationToken cancellation)
    {
        await foreach (var change in cache.Changes(cancellation))
            foreach (var key in keys(change)) Queue.Add(key);
    }

    protected void Normal(JsonObject about, string reason, string message) => Context.Events.Normal(component, about, reason, message);

    protected void Warning(JsonObject about, string reason, string message) => Context.Events.Warning(component, about, reason, message);

    async Task Work(CancellationToken cancellation)
    {
        while (true)
        {
            var key = await Queue.Take(cancellation);
            try
            {
                if (await Reconcile(key, cancellation) is { } again) Queue.AddAfter(key, again);
                _failures.TryRemove(key, out _);
            }
            catch (Exception exception) when (!cancellation.IsCancellationRequested)
            {
                var failures = _failures.AddOrUpdate(key, 1, (_, count) => count + 1);
                if (exception is RetryException) Context.Log.Debug("{Component} tries {Key} again: {Reason}", component, $"{key}", exception.Message);
                else Context.Log.Error(exception, "{Component} failed at {Key}", component, $"{key}");
                Queue.AddAfter(key, Delay(failures));
            }
            finally
            {
                Queue.Done(key);
            }
        }
    }

    static TimeSpan Delay(int failures)
    {
        var delay = FirstDelay * Math.Pow(2, Math.Min(failures - 1, 20));
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
