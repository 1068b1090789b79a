using System.Text.Json.Serialization;

namespace Toolbox.Flink;

/// <summary>How many tasks of a job are in which state. A RUNNING job without slots shows all tasks as scheduled.</summary>
public sealed record TaskCounts
{
    [JsonPropertyName("total")]
    public int Total { get; init; }

    [JsonPropertyName("created")]
    public int Created { get; init; }

    [JsonPropertyName("scheduled")]
    public int Scheduled { get; init; }

    [JsonPropertyName("deploying")]
    public int Deploying { get; init; }

    [JsonPropertyName("initializing")]
    public int Initializing { get; init; }

    [JsonPropertyName("running")]
    public int Running { get; init; }

    [JsonPropertyName("finished")]
    public int Finished { get; init; }

    [JsonPropertyName("canceling")]
    public int Canceling { get; init; }

    [JsonPropertyName("canceled")]
    public int Canceled { get; init; }

    [JsonPropertyName("failed")]
    public int Failed { get; init; }

    [JsonPropertyName("reconciling")]
    public int Reconciling { get; init; }

    /// <summary>Every task runs or has done its work.</summary>
    [JsonIgnore]
    public bool AllRun => Total > 0 && Running + Finished == Total;
}
