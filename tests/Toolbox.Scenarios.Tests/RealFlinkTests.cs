using Toolbox.Scenarios.Tests.World;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests;

/// <summary>With a real Flink the output of a job proves that nothing was lost or counted twice.</summary>
[Trait("Category", "RealFlink")]
public sealed class RealFlinkTests(ITestOutputHelper output)
{
    public static TheoryData<string> Versions => RealFlink.Versions;

    [RealFlinkTheory, MemberData(nameof(Versions))]
    public async Task Nothing_is_lost_or_counted_twice_over_stops_starts_rescaling_and_a_killed_JobManager(string version)
    {
        await using var world = await RealFlinkWorld.OfVersion(version);
        await new RealFlinkStory(world, output).Tell(RealFlink.Sample("stateful.yaml", version));
    }

    [RealFlinkTheory, MemberData(nameof(Versions))]
    public async Task The_sample_deployment_runs_as_it_is_and_its_savepoints_on_S3_lie_in_a_folder(string version)
    {
        await using var world = await RealFlinkWorld.OfVersion(version);
        await new RealFlinkStory(world, output).TellOfBuckets(RealFlink.Sample("deployment.yaml", version));
    }

    sealed class RealFlinkStory(RealFlinkWorld world, ITestOutputHelper output) : StatefulStory(world, output)
    {
        public async Task Tell(string yaml)
        {
            await Start(yaml, "stateful", "job-1");
            await Stop();
            var id = await Resume("");
            await User.Scale(Kinds.FlinkJob, JobName, 1);
            id = (await Another(JobName, id)).Text("jobId");
            Took("change the parallelism");
            await Stop();
            id = await Resume(id);
            await Job(JobName, "knows a checkpoint of its own", job => job["status"]!["restorePoints"]!.AsArray().Any(point => (string?)point!["jobId"] == id));
            Took("first checkpoint");
            await User.KillContainer(Flink.JobManager("stateful")!, "jobmanager");
            var recovered = await Another(JobName, id);
            Took("recover from a killed JobManager container");
            Assert.NotEqual("", (string?)recovered["status"]!["submission"]!["restorePoint"]);
            await Flink.RunsExactly("stateful", JobName);
            await Stop();
        }

        public async Task TellOfBuckets(string yaml)
        {
            const string job = "cluster-1-job-1";
            await Start(yaml, "cluster-1", "job-1", "job-2", "job-3");
            var before = Find(Kinds.FlinkJob, job).Text("jobId");
            await User.Request(Kinds.FlinkJob, job, "STOP");
            var path = (await Job(job, "stopped", found => found.IsStopped() && found.Text("savepointPath").Length > 0)).Text("savepointPath");
            Took("stop with savepoint");
            Assert.StartsWith("s3a://flink/cluster-1/job-1/savepoints/savepoint-", path, StringComparison.Ordinal);
            Assert.True(File.Exists(Real.OnDisk($"/s3/{path["s3a://".Length..]}/_metadata")), path);
            await User.Request(Kinds.FlinkJob, job, "START");
            var started = await Another(job, before);
            Took("start");
            Assert.Equal(path, (string?)started["status"]!["submission"]!["restorePoint"]);
            await Flink.RunsExactly("cluster-1", job, "cluster-1-job-2", "cluster-1-job-3");
        }
    }
}
