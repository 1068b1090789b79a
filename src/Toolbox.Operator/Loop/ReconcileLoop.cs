using Serilog;
using Toolbox.Core.Retry;
using Toolbox.Operator.Monitoring;

namespace Toolbox.Operator.Loop;

/// <summary>
/// The only loop: take a key, reconcile it, come back when told. A programmer error in one key is logged and retried with growing
/// pauses; it neither ends the loop nor delays another key.
/// </summary>
public sealed class ReconcileLoop(WorkQueue queue, IEnumerable<IReconciler> reconcilers, TimeProvider clock, ILogger log, ProcessMetrics? metrics = null)
{
    // Reconciling waits for the network most of the time.
    const int Workers = 4;

    readonly Dictionary<WorkKind, IReconciler> _reconcilers = reconcilers.ToDictionary(reconciler => reconciler.Kind);
    readonly System.Collections.Concurrent.ConcurrentDictionary<WorkKey, int> _failures = new();

    /// <summary>How many rounds ended in a programmer error.</summary>
    public long Errors => Interlocked.Read(ref _errors);

    long _errors;

    public Task Run(CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(() => Work(cancellation), CancellationToken.None)));

    async Task Work(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var key = await queue.Take(cancellation);
                try
                {
                    await Round(key, cancellation);
                }
                finally
                {
                    queue.Done(key);
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
        }
    }

    async Task Round(WorkKey key, CancellationToken cancellation)
    {
        try
        {
            var next = await _reconcilers[key.Kind].Reconcile(key, cancellation);
            _failures.TryRemove(key, out _);
            if (next is { } time) queue.AddAt(key, time);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Interlocked.Increment(ref _errors);
            metrics?.Failed(key.Kind);
            var failures = _failures.AddOrUpdate(key, 1, (_, count) => count + 1);
            log.Error(error, "{Key}: a round failed for the {Failures}. time", key.ToString(), failures);
            queue.AddAt(key, clock.GetUtcNow() + RetryPolicy.Delay(failures));
        }
    }
}
