using System.Text.Json.Serialization;

namespace Toolbox.Flink;

/// <summary>A JAR that the JobManager process holds; its id dies with the process.</summary>
public sealed record UploadedJar
{
    [JsonPropertyName("id")]
    public string Id { get; init; } = "";

    /// <summary>File name as uploaded.</summary>
    [JsonPropertyName("name")]
    public string Name { get; init; } = "";

    /// <summary>Milliseconds since 1970.</summary>
    [JsonPropertyName("uploaded")]
    public long Uploaded { get; init; }
}
