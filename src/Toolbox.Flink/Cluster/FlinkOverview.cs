using System.Text.Json.Serialization;

namespace Toolbox.Flink;

/// <summary>GET /overview. Jobs that are not in a final state count as running.</summary>
public sealed record FlinkOverview
{
    [JsonPropertyName("taskmanagers")]
    public int TaskManagers { get; init; }

    [JsonPropertyName("slots-total")]
    public int SlotsTotal { get; init; }

    [JsonPropertyName("slots-available")]
    public int SlotsAvailable { get; init; }

    [JsonPropertyName("jobs-running")]
    public int JobsRunning { get; init; }

    [JsonPropertyName("jobs-finished")]
    public int JobsFinished { get; init; }

    [JsonPropertyName("jobs-cancelled")]
    public int JobsCancelled { get; init; }

    [JsonPropertyName("jobs-failed")]
    public int JobsFailed { get; init; }

    [JsonPropertyName("flink-version")]
    public string? Version { get; init; }
}
