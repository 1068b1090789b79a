using LanguageExt;
using static LanguageExt.Prelude;

namespace Toolbox.Core.RestorePoints;

/// <summary>The bounded list of a job's restore points, newest first.</summary>
public static class RestorePointLedger
{
    /// <summary>How many restore points a status keeps.</summary>
    public const int Limit = 10;

    public static Option<RestorePoint> Newest(Seq<RestorePoint> ledger) => ledger.HeadOrNone();

    /// <summary>Adds a restore point. Only the newest checkpoint of a job is kept: Flink itself subsumes the older ones.</summary>
    public static Seq<RestorePoint> Add(Seq<RestorePoint> ledger, RestorePoint point)
    {
        if (ledger.Exists(item => item.Path == point.Path && item.Origin == point.Origin)) return ledger;
        var kept = ledger.Filter(item => item.Path != point.Path && !(IsCheckpoint(point) && IsCheckpoint(item) && item.JobId == point.JobId));
        // Of two that are equally old the one added last is the newer one.
        return toSeq(point.Cons(kept).OrderByDescending(item => item.Time)).Take(Limit).Strict();
    }

    /// <summary>What is left after the job was cancelled or finished by itself: Flink deletes all checkpoints that are not retained.</summary>
    public static Seq<RestorePoint> AfterCancellation(Seq<RestorePoint> ledger, string jobId) =>
        ledger.Filter(item => item.JobId != jobId || item.Origin is not (RestorePointOrigin.Checkpoint or RestorePointOrigin.CheckpointKeptOnFailure)).Strict();

    /// <summary>What is left after the job finished: Flink deletes its checkpoints, retained or not.</summary>
    public static Seq<RestorePoint> AfterFinish(Seq<RestorePoint> ledger, string jobId) =>
        ledger.Filter(item => item.JobId != jobId || !IsCheckpoint(item)).Strict();

    /// <summary>What is left after the job failed for good.</summary>
    public static Seq<RestorePoint> AfterFailure(Seq<RestorePoint> ledger, string jobId) =>
        ledger.Filter(item => item.JobId != jobId || item.Origin != RestorePointOrigin.Checkpoint).Strict();

    public static bool IsCheckpoint(RestorePoint point) =>
        point.Origin is RestorePointOrigin.Checkpoint or RestorePointOrigin.CheckpointKeptOnFailure or RestorePointOrigin.RetainedCheckpoint;

    /// <summary>
    /// Whether a path outlives the pods: any remote file system does, a <c>file:</c> path only below a volume that outlives them.
    /// Flink's literal for checkpoints in memory is no path at all.
    /// </summary>
    public static bool IsDurable(string path, Seq<string> storagePaths)
    {
        if (path.Length == 0 || path.StartsWith('<')) return false;
        if (!path.StartsWith("file:", StringComparison.Ordinal) && !path.StartsWith('/')) return true;
        var local = "/" + path.Replace("file:", "", StringComparison.Ordinal).TrimStart('/');
        return storagePaths.Exists(mount => local == mount.TrimEnd('/') || local.StartsWith(mount.TrimEnd('/') + "/", StringComparison.Ordinal));
    }
}
