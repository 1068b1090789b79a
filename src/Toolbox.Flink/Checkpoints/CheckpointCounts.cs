using System.Text.Json.Serialization;

namespace Toolbox.Flink;

/// <summary>Numbers of checkpoints and savepoints of a job in this JobManager.</summary>
public sealed record CheckpointCounts
{
    /// <summary>How often the job started from state: by us, after a failure, after rescaling.</summary>
    [JsonPropertyName("restored")]
    public int Restored { get; init; }

    [JsonPropertyName("total")]
    public int Total { get; init; }

    [JsonPropertyName("in_progress")]
    public int InProgress { get; init; }

    [JsonPropertyName("completed")]
    public int Completed { get; init; }

    [JsonPropertyName("failed")]
    public int Failed { get; init; }
}
