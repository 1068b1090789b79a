namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>Ids and paths of the model, and back from them to numbers.</summary>
static class Names
{
    public const string Cluster = "test";

    public const string Job = "test-job";

    public const string JobUid = "job-uid";

    static readonly string[] Ids = [.. Enumerable.Range(0, FlinkJobs.Limit + 1).Select(attempt => Identifiers.FlinkId(JobUid, "job", attempt))];

    static readonly Dictionary<string, int> Attempts = Ids.Select((id, attempt) => (id, attempt)).ToDictionary(item => item.id, item => item.attempt);

    public static string FlinkId(int attempt) => Ids[attempt];

    /// <summary>The submission that has a Flink job id; more submissions than the model can hold are an error.</summary>
    public static byte Attempt(string flinkId) => Attempts.TryGetValue(flinkId, out var attempt)
        ? (byte)attempt : throw new InvalidOperationException($"The model holds {FlinkJobs.Limit} submissions; {flinkId} is none of them");

    public static string SavepointPath(int number) => $"s3://savepoints/{number}";

    /// <summary>Flink counts the checkpoints of a job from 1.</summary>
    public static string CheckpointPath(int attempt, int number) => $"s3://checkpoints/{attempt}/chk-{number}";

    public static string TriggerId(int trigger) => $"trigger-{trigger}";

    public static byte Trigger(string triggerId) => triggerId.Length == 0 ? (byte)0 : byte.Parse(triggerId.AsSpan("trigger-".Length));
}
