using System.Text.Json;
using Toolbox.Core.Cluster;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Kubernetes.Statuses;
using static LanguageExt.Prelude;

namespace Toolbox.Kubernetes.Tests.Statuses;

public sealed class StatusPatchTests
{
    const string Running =
        """
        {"clusterHealth":"HEALTHY","clusterName":"cluster-1","digest":{"bootstrap":"b","restart":"r","savepoint":"s"},"jobId":"9d9c",
         "jobParallelism":2,"jobStatus":"RUNNING","labelSelector":"clusterName=cluster-1","resourceStatus":"Updated","restartPolicy":"OnlyIfFailed",
         "savepointJobId":"","savepointMode":"Automatic","savepointPath":"","savepointRequestTimestamp":"2026-11-23T16:38:46.549Z",
         "savepointTriggerId":"","supervisorStatus":"Started","timestamp":"2026-11-23T16:39:35.102Z"}
        """;

    [Fact]
    public void Status_of_the_first_toolbox_is_understood()
    {
        var status = JobStatusReading.Read(StoredStatus.Parse(Running));
        Assert.Equal((SupervisorStatus.Started, ResourceStatus.Updated), (status.SupervisorStatus, status.ResourceStatus));
        Assert.Equal(("cluster-1", "9d9c", "RUNNING", 2), (status.ClusterName, status.JobId, status.FlinkState, status.JobParallelism));
        Assert.Equal((RestartPolicy.OnlyIfFailed, new JobDigest("b", "s", "r")), (status.RestartPolicy, status.Digest.IfNone(() => new("", "", ""))));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 16, 39, 35, 102, TimeSpan.Zero), status.Timestamp.IfNone(DateTimeOffset.MinValue));
        Assert.True(status.Savepoint.IsNone);
    }

    [Fact]
    public void Unchanged_status_gives_an_empty_patch() =>
        Assert.Equal("{}", JobPatch(Running, status => status));

    [Fact]
    public void Patch_holds_only_what_differs() =>
        Assert.Equal(
            """{"jobParallelism":3,"progress":{"intent":"Restart"},"attempt":1}""",
            JobPatch(Running, status => status with { JobParallelism = 3, StopIntent = StopIntent.Restart, Attempt = 1 }));

    [Fact]
    public void What_is_no_more_is_removed_by_null() =>
        Assert.Equal(
            """{"digest":null,"timestamp":null}""",
            JobPatch(Running, status => status with { Digest = None, Timestamp = None }));

    [Fact]
    public void Savepoint_in_progress_keeps_its_old_fields_and_has_its_details_beside_them()
    {
        var since = new DateTimeOffset(2026, 11, 23, 17, 0, 0, 0, TimeSpan.Zero);
        var savepoint = new SavepointRequest("9d9c", "77", Core.RestorePoints.RestorePointOrigin.Stop, true, 2, since);
        Assert.Equal(
            """{"savepointJobId":"9d9c","savepointTriggerId":"77","progress":{"savepoint":{"origin":"Stop","stopsJob":true,"attempt":2,"since":"2026-11-23T17:00:00.000Z"}}}""",
            JobPatch(Running, status => status with { Savepoint = savepoint }));
    }

    [Fact]
    public void Pending_savepoint_of_the_first_toolbox_is_understood()
    {
        var json = Running.Replace("\"savepointJobId\":\"\"", "\"savepointJobId\":\"9d9c\"", StringComparison.Ordinal);
        var savepoint = JobStatusReading.Read(StoredStatus.Parse(json)).Savepoint.Match(item => item, () => throw new InvalidOperationException("missing"));
        Assert.Equal(("9d9c", false, 38), (savepoint.JobId, savepoint.StopsJob, savepoint.Since.Minute));
    }

    [Fact]
    public void First_status_is_written_with_its_empty_texts_and_zeros()
    {
        var patch = ClusterStatusPatch.Between(default, ClusterStatus.Empty with { SupervisorStatus = SupervisorStatus.Starting });
        Assert.Equal(
            """{"resourceStatus":"Unknown","supervisorStatus":"Starting","clusterHealth":"","labelSelector":"","taskManagers":0,"taskSlots":0,"taskManagerReplicas":0,"totalTaskSlots":0,"observedGeneration":0,"conditions":[],"attempt":0}""",
            patch.ToJsonString());
    }

    [Theory]
    [InlineData("""{"resourceStatus":"","supervisorStatus":"  ","serviceMode":"LoadBalancer","digest":"none","conditions":{},"decision":[]}""")]
    [InlineData("""{"resourceStatus":7,"supervisorStatus":"4","taskManagers":"x","timestamp":"yesterday","request":{"action":"DANCE"},"scaling":1}""")]
    [InlineData("""{"conditions":[null,5],"progress":"busy","attempt":1.5,"observedGeneration":null}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public void What_cannot_be_understood_reads_as_nothing(string json) =>
        Assert.Equal(ClusterStatus.Empty, ClusterStatusReading.Read(StoredStatus.Parse(json)));

    [Fact]
    public void Absent_status_reads_as_the_empty_one()
    {
        Assert.Equal(ClusterStatus.Empty, ClusterStatusReading.Read(default));
        Assert.Equal(JobStatus.Empty, JobStatusReading.Read(default));
        Assert.Equal(Core.Deployment.DeploymentStatus.Empty, DeploymentStatusReading.Read(default));
    }

    [Fact]
    public void Conditions_have_the_standard_shape()
    {
        var condition = new Condition("Ready", true, "JobRuns", "the job runs", DateTimeOffset.UnixEpoch, 3);
        var patch = JobPatch(Running, status => status with { Conditions = Seq1(condition) });
        Assert.Equal(
            """{"conditions":[{"type":"Ready","status":"True","reason":"JobRuns","message":"the job runs","lastTransitionTime":"1970-01-01T00:00:00.000Z","observedGeneration":3}]}""",
            patch);
    }

    static string JobPatch(string before, Func<JobStatus, JobStatus> change)
    {
        JsonElement stored = StoredStatus.Parse(before);
        return JobStatusPatch.Between(stored, change(JobStatusReading.Read(stored))).ToJsonString();
    }
}
