using Toolbox.Operator.Loop;

namespace Toolbox.Operator.Monitoring;

/// <summary>How much waits for a worker, and for how long.</summary>
public static class QueueMetrics
{
    /// <summary>Until the answer is disposed of, which sets both to zero.</summary>
    public static IDisposable Follow(ProcessMetrics metrics, WorkQueue queue)
    {
        var depth = metrics.Factory.CreateGauge("flinkctl_queue_depth", "Resources that wait to be decided about.");
        var oldest = metrics.Factory.CreateGauge("flinkctl_queue_oldest_seconds", "How long the one that came first has been waiting.");
        var refreshing = metrics.BeforeScrape(() =>
        {
            depth.Set(queue.Depth);
            oldest.Set(queue.LongestWait.TotalSeconds);
        });
        return new Closing(() =>
        {
            refreshing.Dispose();
            depth.Set(0);
            oldest.Set(0);
        });
    }
}
