using System.Text.Json.Serialization;

namespace Toolbox.Flink;

/// <summary>GET /jobs/ID, up to three seconds old.</summary>
public sealed record JobDetails
{
    [JsonPropertyName("jid")]
    public string Id { get; init; } = "";

    [JsonPropertyName("name")]
    public string Name { get; init; } = "";

    [JsonPropertyName("state")]
    public JobState State { get; init; }

    [JsonPropertyName("start-time")]
    public long StartTime { get; init; }

    [JsonPropertyName("end-time")]
    public long EndTime { get; init; } = -1;

    [JsonPropertyName("duration")]
    public long Duration { get; init; }

    [JsonPropertyName("vertices")]
    public IReadOnlyList<JobVertex>? Vertices { get; init; }
}
