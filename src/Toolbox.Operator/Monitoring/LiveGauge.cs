using Prometheus;

namespace Toolbox.Operator.Monitoring;

/// <summary>A gauge that holds exactly the series that were set last: what is not set any more is removed.</summary>
public sealed class LiveGauge(Gauge gauge)
{
    /// <param name="series">Values of the labels, and the number.</param>
    public void Set(IEnumerable<(string[] Labels, double Value)> series)
    {
        var before = gauge.GetAllLabelValues().Select(Key).ToHashSet();
        foreach (var (labels, value) in series)
        {
            gauge.WithLabels(labels).Set(value);
            before.Remove(Key(labels));
        }
        foreach (var gone in gauge.GetAllLabelValues().Where(labels => before.Contains(Key(labels))).ToList()) gauge.RemoveLabelled(gone);
    }

    public void Clear() => Set([]);

    static string Key(string[] labels) => string.Join('\n', labels);
}
