namespace Toolbox.Api.Rest.FlinkReads;

/// <summary>How a metric, which Flink always writes as text, is shown.</summary>
enum MetricKind
{
    Whole,
    Fraction,
    Text,
}
