using System.Text.Json.Serialization;

namespace Toolbox.Flink;

/// <summary>One job in GET /jobs/overview, which is never stale.</summary>
public sealed record JobSummary
{
    [JsonPropertyName("jid")]
    public string Id { get; init; } = "";

    [JsonPropertyName("name")]
    public string Name { get; init; } = "";

    [JsonPropertyName("state")]
    public JobState State { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    [JsonPropertyName("start-time")]
    public long StartTime { get; init; }

    /// <summary>Milliseconds since 1970, -1 while the job lives.</summary>
    [JsonPropertyName("end-time")]
    public long EndTime { get; init; } = -1;

    [JsonPropertyName("tasks")]
    public TaskCounts? Tasks { get; init; }

    /// <summary>RUNNING in name and in fact: all tasks run.</summary>
    [JsonIgnore]
    public bool RunsFully => State == JobState.Running && Tasks is { AllRun: true };
}
