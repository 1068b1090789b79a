using Toolbox.Core.Job;
using Toolbox.Core.RestorePoints;

namespace Toolbox.Core.Tests.Fixtures;

/// <summary>Starts from numbered checkpoints of an earlier Flink job, as changes of a snapshot.</summary>
static class JobCheckpoints
{
    public static string Path(int number) => $"s3://checkpoints/{Identifiers.FlinkId(Jobs.Uid, "job", 0)}/chk-{number}";

    /// <summary>One checkpoint is recorded; the submission starts from the same or a later one.</summary>
    public static JobSnapshot FromCheckpoint(this JobSnapshot snapshot, int recorded, int tried) => snapshot
        .WithRestorePoint(new RestorePoint(Path(recorded), RestorePointOrigin.RetainedCheckpoint, Moment.LongAgo, Identifiers.FlinkId(Jobs.Uid, "job", 0)))
        .SubmittedFrom(Path(tried));

    public static JobSnapshot SubmittedFrom(this JobSnapshot snapshot, string path) => snapshot.But(status => status with
    {
        Submission = status.Submission.Map(last => last with { RestorePoint = path }),
    });

    /// <summary>Flink says that the job has failed because what it was to start from is not there.</summary>
    public static JobSnapshot WithoutItsCheckpoint(this JobSnapshot snapshot)
    {
        var failed = snapshot.WithFlink(FlinkJobState.Failed, "Cannot find checkpoint or savepoint");
        return failed.WithFlinkJob(failed.FlinkJob().IfNone(() => throw new InvalidOperationException("Flink must have the job")) with { RestorePointIsMissing = true });
    }
}
