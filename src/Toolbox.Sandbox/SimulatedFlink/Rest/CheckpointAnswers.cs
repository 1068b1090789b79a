using System.Text.Json.Nodes;
using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

static class CheckpointAnswers
{
    public static Answer Statistics(SimulatedCluster cluster, RestRequest request)
    {
        var job = JobAnswers.Find(cluster, request);
        RequireCheckpointing(cluster);
        var checkpoints = job.Checkpoints;
        return Answer.Ok(new JsonObject
        {
            ["counts"] = new JsonObject
            {
                ["restored"] = checkpoints.RestoredCount,
                ["total"] = checkpoints.CompletedCount + checkpoints.FailedCount,
                ["in_progress"] = 0,
                ["completed"] = checkpoints.CompletedCount,
                ["failed"] = checkpoints.FailedCount,
            },
            ["summary"] = Summary(checkpoints),
            ["latest"] = new JsonObject
            {
                ["completed"] = Describe(cluster.Version, job, checkpoints.LatestCompleted),
                ["savepoint"] = Describe(cluster.Version, job, checkpoints.LatestSavepoint),
                ["failed"] = Describe(cluster.Version, job, checkpoints.LatestFailed),
                ["restored"] = Restored(checkpoints.Restored),
            },
            ["history"] = Json.Array(checkpoints.History.Select(item => Describe(cluster.Version, job, item))),
        });
    }

    public static Answer Config(SimulatedCluster cluster, RestRequest request)
    {
        JobAnswers.Find(cluster, request);
        RequireCheckpointing(cluster);
        return Answer.Ok(new JsonObject
        {
            ["mode"] = "exactly_once",
            ["interval"] = (long)cluster.Settings.CheckpointInterval.TotalMilliseconds,
            ["timeout"] = 600000,
            ["min_pause"] = 0,
            ["max_concurrent"] = 1,
            ["externalization"] = new JsonObject
            {
                ["enabled"] = cluster.Settings.Retention != "NO_EXTERNALIZED_CHECKPOINTS",
                ["delete_on_cancellation"] = cluster.Settings.Retention != "RETAIN_ON_CANCELLATION",
            },
            ["state_backend"] = "HashMapStateBackend",
            ["checkpoint_storage"] = "FileSystemCheckpointStorage",
            ["unaligned_checkpoints"] = false,
            ["tolerable_failed_checkpoints"] = 0,
        });
    }

    static void RequireCheckpointing(SimulatedCluster cluster)
    {
        if (cluster.Settings.CheckpointInterval <= TimeSpan.Zero)
            throw FlinkRestException.Handled(cluster.Version, 404, "Checkpointing has not been enabled.");
    }

    static JsonObject? Describe(SimulatedVersion version, SimulatedJob job, Checkpoint? checkpoint)
    {
        if (checkpoint is null) return null;
        var savepoint = checkpoint.Kind != CheckpointKind.Checkpoint;
        var kind = checkpoint.Completed ? "completed" : "failed";
        var subtasks = job.Parallelism * TaskCounts.Vertices;
        var body = new JsonObject
        {
            [version.AtLeast(1, 15) ? "className" : "@class"] = kind,
            ["id"] = checkpoint.Id, ["status"] = kind.ToUpperInvariant(), ["is_savepoint"] = savepoint,
            ["trigger_timestamp"] = checkpoint.TriggeredAt,
            ["latest_ack_timestamp"] = checkpoint.Completed ? checkpoint.EndedAt : -1,
            ["state_size"] = checkpoint.Size, ["end_to_end_duration"] = checkpoint.EndedAt - checkpoint.TriggeredAt,
            ["alignment_buffered"] = 0, ["processed_data"] = 0, ["persisted_data"] = 0,
            ["num_subtasks"] = subtasks, ["num_acknowledged_subtasks"] = checkpoint.Completed ? subtasks : 0,
            ["tasks"] = new JsonObject(),
        };
        if (version.AtLeast(1, 12)) body["checkpoint_type"] = TypeName(checkpoint.Kind);
        if (version.AtLeast(1, 15)) body["checkpointed_size"] = checkpoint.Size;
        if (version.AtLeast(1, 17)) body["savepointFormat"] = savepoint ? "CANONICAL" : null;
        if (checkpoint.Completed) (body["external_path"], body["discarded"]) = (checkpoint.Path, checkpoint.Discarded);
        else (body["failure_timestamp"], body["failure_message"]) = (checkpoint.EndedAt, checkpoint.Failure);
        return body;
    }

    static string TypeName(CheckpointKind kind) => kind switch
    {
        CheckpointKind.SyncSavepoint => "SYNC_SAVEPOINT",
        CheckpointKind.Savepoint => "SAVEPOINT",
        _ => "CHECKPOINT",
    };

    static JsonObject? Restored(RestoredCheckpoint? restored) => restored is null ? null : new JsonObject
    {
        ["id"] = restored.Id, ["restore_timestamp"] = restored.RestoredAt, ["is_savepoint"] = restored.IsSavepoint, ["external_path"] = restored.Path,
    };

    static JsonObject Summary(JobCheckpoints checkpoints)
    {
        var sizes = checkpoints.History.Where(item => item.Completed).Select(item => item.Size).DefaultIfEmpty(0).ToList();
        JsonObject Figures(long min, long max, long average) => new() { ["min"] = min, ["max"] = max, ["avg"] = average };
        return new JsonObject
        {
            ["state_size"] = Figures(sizes.Min(), sizes.Max(), (long)sizes.Average()),
            ["end_to_end_duration"] = Figures(20, 20, 20),
            ["alignment_buffered"] = Figures(0, 0, 0),
        };
    }
}
