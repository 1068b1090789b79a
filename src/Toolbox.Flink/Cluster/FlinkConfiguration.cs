using System.Text.Json.Serialization;

namespace Toolbox.Flink;

/// <summary>GET /config: what the JobManager says about itself.</summary>
public sealed record FlinkConfiguration
{
    [JsonPropertyName("flink-version")]
    public string? Version { get; init; }

    [JsonPropertyName("flink-revision")]
    public string? Revision { get; init; }

    /// <summary>Milliseconds for which job details may be stale.</summary>
    [JsonPropertyName("refresh-interval")]
    public long RefreshInterval { get; init; }
}
