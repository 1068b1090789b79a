using System.Text.Json.Serialization;

namespace Toolbox.Flink;

/// <summary>Sizes in bytes.</summary>
public sealed record TaskManagerHardware
{
    [JsonPropertyName("cpuCores")]
    public int CpuCores { get; init; }

    [JsonPropertyName("physicalMemory")]
    public long PhysicalMemory { get; init; }

    [JsonPropertyName("freeMemory")]
    public long FreeMemory { get; init; }

    [JsonPropertyName("managedMemory")]
    public long ManagedMemory { get; init; }
}
