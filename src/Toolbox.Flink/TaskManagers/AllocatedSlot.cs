using System.Text.Json.Serialization;

namespace Toolbox.Flink;

public sealed record AllocatedSlot
{
    [JsonPropertyName("jobId")]
    public string JobId { get; init; } = "";
}
