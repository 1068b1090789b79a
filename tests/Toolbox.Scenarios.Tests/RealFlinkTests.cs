using Toolbox.Scenarios.Tests.World;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests;

/// <summary>With a real Flink the output of a job proves that nothing was lost or counted twice.</summary>
[Trait("Category", "RealFlink")]
public sealed class RealFlinkTests(ITestOutputHelper output)
{
    const string JobName = "stateful-job-1";

    public static TheoryData<string> Versions => RealFlink.Homes.Count == 0 ? ["none"] : [.. RealFlink.Homes.Select(home => Path.GetFileName(home.TrimEnd('/')))];

    [RealFlinkTheory, MemberData(nameof(Versions))]
    public async Task Nothing_is_lost_or_counted_twice_over_stops_starts_rescaling_and_a_killed_JobManager(string version)
    {
        var home = RealFlink.Homes.Single(item => Path.GetFileName(item.TrimEnd('/')) == version);
        await using var world = await RealFlinkWorld.Begin(home);
        await new RealFlinkStory(world, output).Tell(ProjectFiles.Text("samples/stateful.yaml").Replace("flink:1.20.5", $"flink:{version}", StringComparison.Ordinal));
    }

    [RealFlinkTheory, MemberData(nameof(Versions))]
    public async Task The_sample_deployment_runs_as_it_is_and_its_savepoints_on_S3_lie_in_a_folder(string version)
    {
        var home = RealFlink.Homes.Single(item => Path.GetFileName(item.TrimEnd('/')) == version);
        await using var world = await RealFlinkWorld.Begin(home);
        await new RealFlinkStory(world, output).TellOfBuckets(ProjectFiles.Text("samples/deployment.yaml").Replace("flink:1.20.5", $"flink:{version}", StringComparison.Ordinal));
    }

    sealed class RealFlinkStory(RealFlinkWorld world, ITestOutputHelper output) : Scenario(world, output)
    {
        readonly ITestOutputHelper _output = output;

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
            Assert.True(File.Exists(world.OnDisk($"/s3/{path["s3a://".Length..]}/_metadata")), path);
            await User.Request(Kinds.FlinkJob, job, "START");
            var started = await Another(job, before);
            Took("start");
            Assert.Equal(path, (string?)started["status"]!["submission"]!["restorePoint"]);
            await Flink.RunsExactly("cluster-1", job, "cluster-1-job-2", "cluster-1-job-3");
        }

        async Task Stop()
        {
            await User.Request(Kinds.FlinkJob, JobName, "STOP");
            var stopped = await Job(JobName, "stopped", job => job.IsStopped() && job.Text("savepointPath").Length > 0);
            Took("stop with savepoint");
            // It was first started with parallelism 2, which makes two ranges of numbers.
            var (code, text) = await RealFlink.Run("tools/check-sample-output", world.OnDisk("/flink-state/output"), "2");
            Assert.True(code == 0, $"{text} after {stopped.Text("savepointPath")}");
            _output.WriteLine(text);
        }

        async Task<string> Resume(string before)
        {
            var path = Find(Kinds.FlinkJob, JobName).Text("savepointPath");
            await User.Request(Kinds.FlinkJob, JobName, "START");
            var started = await Another(JobName, before);
            Took("start");
            Assert.Equal(path, (string?)started["status"]!["submission"]!["restorePoint"]);
            return started.Text("jobId");
        }
    }
}
