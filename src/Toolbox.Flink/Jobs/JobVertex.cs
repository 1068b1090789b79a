using System.Text.Json.Serialization;

namespace Toolbox.Flink;

/// <summary>A group of chained operators of a job.</summary>
public sealed record JobVertex
{
    [JsonPropertyName("id")]
    public string Id { get; init; } = "";

    [JsonPropertyName("name")]
    public string Name { get; init; } = "";

    [JsonPropertyName("parallelism")]
    public int Parallelism { get; init; }

    /// <summary>-1 where Flink does not say.</summary>
    [JsonPropertyName("maxParallelism")]
    public int MaxParallelism { get; init; } = -1;

    [JsonPropertyName("status")]
    public string? Status { get; init; }
}
