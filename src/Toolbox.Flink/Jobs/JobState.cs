using System.Text.Json.Serialization;

namespace Toolbox.Flink;

/// <summary>State of a job. A word that we do not know reads as <see cref="Unknown"/>, which is not an end.</summary>
[JsonConverter(typeof(JobStateConverter))]
public enum JobState
{
    Unknown,
    Initializing,
    Created,
    Running,
    Failing,
    Failed,
    Cancelling,
    Canceled,
    Finished,
    Restarting,
    Suspended,
    Reconciling,
}
