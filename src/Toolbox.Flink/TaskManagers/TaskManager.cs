using System.Text.Json.Serialization;

namespace Toolbox.Flink;

/// <summary>One TaskManager of GET /taskmanagers.</summary>
public sealed record TaskManager
{
    [JsonPropertyName("id")]
    public string Id { get; init; } = "";

    /// <summary>RPC path: `pekko.tcp://flink@HOST:PORT/...`, `akka...` before 1.18.</summary>
    [JsonPropertyName("path")]
    public string Path { get; init; } = "";

    [JsonPropertyName("dataPort")]
    public int DataPort { get; init; }

    /// <summary>Time of the last heartbeat in milliseconds since 1970, in spite of its name.</summary>
    [JsonPropertyName("timeSinceLastHeartbeat")]
    public long LastHeartbeat { get; init; }

    [JsonPropertyName("slotsNumber")]
    public int Slots { get; init; }

    [JsonPropertyName("freeSlots")]
    public int FreeSlots { get; init; }

    [JsonPropertyName("hardware")]
    public TaskManagerHardware? Hardware { get; init; }

    /// <summary>Used slots; only in the details, 1.13 and later.</summary>
    [JsonPropertyName("allocatedSlots")]
    public IReadOnlyList<AllocatedSlot>? AllocatedSlots { get; init; }
}
