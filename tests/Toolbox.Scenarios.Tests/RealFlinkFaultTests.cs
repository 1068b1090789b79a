using System.Text.Json.Nodes;
using Toolbox.Scenarios.Tests.World;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests;

/// <summary>With a real Flink: pods and processes die at awkward moments, specs change, and the output still has every number once.</summary>
[Trait("Category", "RealFlink")]
public sealed class RealFlinkFaultTests(ITestOutputHelper output)
{
    // One version, the newest that is there: it takes minutes, and what differs between versions is tested elsewhere.
    public static TheoryData<string> Versions => [RealFlink.Newest];

    [RealFlinkTheory, MemberData(nameof(Versions))]
    public async Task Nothing_is_lost_or_counted_twice_when_pods_and_processes_die_and_specs_change(string version)
    {
        await using var world = await RealFlinkWorld.OfVersion(version);
        await new FaultStory(world, output).Tell(RealFlink.Sample("stateful.yaml", version));
    }

    sealed class FaultStory(RealFlinkWorld world, ITestOutputHelper output) : StatefulStory(world, output)
    {
        public async Task Tell(string yaml)
        {
            await Start(yaml, Cluster, "job-1");
            await JobManagerPodIsDeleted();
            await LoseUnseenCheckpoints(Cluster, JobName);
            await TaskManagerPodIsDeleted();
            await SupervisorDiesWhileTheJobStops();
            await BootstrapDiesWhileTheJobStarts();
            await SpecOfTaskManagersChanges();
            await ClassArgumentsChange(yaml);
            await ImageOfTheJobChanges();
            await ClassIsMisspelt();
            await Stop();
            await StoppedResourceIsDeletedAndBeginsFromTheGivenPath();
            await Stop();
            await RunningResourceIsDeletedAndBeginsEmpty();
        }

        async Task JobManagerPodIsDeleted()
        {
            var id = Find(Kinds.FlinkJob, JobName).Text("jobId");
            await Job(JobName, "knows a checkpoint", job => job["status"]!["restorePoints"] is JsonArray { Count: > 0 });
            await User.Delete(Kinds.Pod, Flink.JobManager(Cluster)!.Name(), grace: 0);
            await Restored(id);
            Took("recover from a deleted JobManager pod");
        }

        async Task TaskManagerPodIsDeleted()
        {
            var lost = Flink.Pods(Cluster, "taskmanager").First(pod => !pod.IsDeleting());
            await User.Delete(Kinds.Pod, lost.Name(), grace: 0);
            await World.Until("another TaskManager pod", () => Flink.Pods(Cluster, "taskmanager")
                .FirstOrDefault(pod => pod.Uid() != lost.Uid() && pod.Text("phase") == "Running" && !pod.IsDeleting()), Cluster);
            await Flink.Forgets(Cluster, lost);
            await Flink.RunsExactly(Cluster, JobName);
            await Job(JobName, "ready", job => job.IsReady());
            Took("recover from a deleted TaskManager pod");
        }

        async Task SupervisorDiesWhileTheJobStops()
        {
            await User.Request(Kinds.FlinkJob, JobName, "STOP");
            await Job(JobName, "stopping or stopped", job => job.Text("supervisorStatus") is "Stopping" or "Stopped");
            await User.KillContainer(Flink.Pods(Cluster, "supervisor").Single(pod => !pod.IsDeleting()), "supervisor");
            await Stopped();
        }

        async Task BootstrapDiesWhileTheJobStarts()
        {
            var path = Find(Kinds.FlinkJob, JobName).Text("savepointPath");
            var before = Flink.Pods(Cluster, "bootstrap").Select(pod => pod.Uid()).ToHashSet();
            await User.Request(Kinds.FlinkJob, JobName, "START");
            var pod = await World.Until("a running bootstrap", () =>
                Flink.Pods(Cluster, "bootstrap").FirstOrDefault(found => !before.Contains(found.Uid()) && found.Text("phase") == "Running"), Cluster);
            await User.KillContainer(pod, "bootstrap");
            var started = await Job(JobName, "ready", job => job.IsReady());
            Assert.Equal(path, (string?)started["status"]!["submission"]!["restorePoint"]);
            await Flink.RunsExactly(Cluster, JobName);
            Took("start with a killed bootstrap");
        }

        async Task SpecOfTaskManagersChanges()
        {
            var id = Find(Kinds.FlinkJob, JobName).Text("jobId");
            await User.Patch(Kinds.FlinkDeployment, Cluster, """{"spec":{"cluster":{"taskManager":{"annotations":{"changed":"once"}}}}}""");
            await Restored(id);
            Took("change the TaskManagers' spec");
        }

        async Task ClassArgumentsChange(string yaml)
        {
            var id = Find(Kinds.FlinkJob, JobName).Text("jobId");
            await User.Apply(yaml.Replace("        - --output\n", "        - --unused\n        - argument\n        - --output\n", StringComparison.Ordinal));
            await Restored(id);
            Took("change the job's arguments");
        }

        async Task ImageOfTheJobChanges()
        {
            var id = Find(Kinds.FlinkJob, JobName).Text("jobId");
            await Edit("bootstrap", "image", "jobs:next");
            await Restored(id);
            Took("change the job's image");
        }

        // The savepoint that the job was stopped with waits until the class is right again.
        async Task ClassIsMisspelt()
        {
            var before = Find(Kinds.FlinkJob, JobName);
            await Edit("bootstrap", "className", "com.nextbreakpoint.flink.jobs.stream.TstJob");
            await Job(JobName, "stopped with the reason", job => job.IsStopped() && job.Text("refusal").Contains("TstJob", StringComparison.Ordinal));
            await Edit("bootstrap", "className", (string)before["spec"]!["bootstrap"]!["className"]!);
            await Restored(before.Text("jobId"));
            Took("misspell the class and correct it");
        }

        async Task StoppedResourceIsDeletedAndBeginsFromTheGivenPath()
        {
            var old = Find(Kinds.FlinkJob, JobName);
            await Edit("savepoint", "savepointPath", old.Text("savepointPath"));
            await Job(JobName, "with the path", job => (string?)job["spec"]!["savepoint"]!["savepointPath"] == old.Text("savepointPath"));
            await User.Delete(Kinds.FlinkJob, JobName);
            var begun = await Successor(old);
            Assert.Equal(old.Text("savepointPath"), (string?)begun["status"]!["submission"]!["restorePoint"]);
            Took("delete the stopped job, which begins from the given path");
        }

        async Task RunningResourceIsDeletedAndBeginsEmpty()
        {
            var path = Find(Kinds.FlinkJob, JobName).Text("savepointPath");
            await User.Request(Kinds.FlinkJob, JobName, "START");
            var old = await Job(JobName, "ready", job => job.IsReady() && (string?)job["status"]!["submission"]?["restorePoint"] == path);
            // The whole list of jobs gives way to a new one: the job goes, and comes back as if it had never been there.
            var declared = Find(Kinds.FlinkDeployment, Cluster)["spec"]!["jobs"]![0]!.DeepClone();
            await User.Patch(Kinds.FlinkDeployment, Cluster, "{\"spec\":{\"jobs\":[]}}");
            await World.UntilGone(JobName, () => World.Watched.All(Kinds.FlinkJob).Where(job => job.Name() == JobName), Cluster);
            declared["spec"]!["savepoint"]!["savepointPath"] = "";
            declared["spec"]!["bootstrap"]!["arguments"] = new JsonArray("--output", "/flink-state/again");
            await User.Patch(Kinds.FlinkDeployment, Cluster, new JsonObject { ["spec"] = new JsonObject { ["jobs"] = new JsonArray(declared) } }.ToJsonString());
            var begun = await Successor(old);
            Assert.Equal("", (string?)begun["status"]!["submission"]!["restorePoint"]);
            Took("delete the running job, which begins empty");
            await EndedBefore(old, begun);
            await User.Request(Kinds.FlinkJob, JobName, "STOP");
            await Stopped("/flink-state/again");
        }

        // Another resource of the same name, with ids of its own.
        async Task<JsonObject> Successor(JsonObject old)
        {
            var begun = await Job(JobName, "ready as another resource", job => job.Uid() != old.Uid() && job.IsReady());
            Assert.NotEqual(old.Text("jobId"), begun.Text("jobId"));
            await Flink.RunsExactly(Cluster, JobName);
            return begun;
        }

        async Task EndedBefore(JsonObject old, JsonObject begun)
        {
            var jobs = await World.Ask("both jobs in Flink's memory", () => Flink.AllJobs(Cluster), Cluster);
            var (first, second) = (jobs.Single(job => job.Id == old.Text("jobId")), jobs.Single(job => job.Id == begun.Text("jobId")));
            Assert.True(first.EndTime > 0 && first.EndTime <= second.StartTime, $"{first} had not ended when {second} started");
        }

        async Task Edit(string section, string field, string value)
        {
            var jobs = Find(Kinds.FlinkDeployment, Cluster)["spec"]!["jobs"]!.DeepClone().AsArray();
            jobs[0]!["spec"]![section]![field] = value;
            await User.Patch(Kinds.FlinkDeployment, Cluster, new JsonObject { ["spec"] = new JsonObject { ["jobs"] = jobs } }.ToJsonString());
        }

        async Task Restored(string before)
        {
            var started = await Another(JobName, before);
            Assert.NotEqual("", (string?)started["status"]!["submission"]!["restorePoint"]);
            await Flink.RunsExactly(Cluster, JobName);
        }
    }
}
