using System.Globalization;
using System.Text.Json.Nodes;
using Toolbox.Scenarios.Tests.World;
using Xunit.Abstractions;

namespace Toolbox.Scenarios.Tests;

/// <summary>
/// Users and faults do anything in any order, drawn by a seed; afterwards all that was stopped is started, and each job has to run exactly once. At no
/// time does a job start from anything but its newest restore point. TOOLBOX_SEEDS=50 tries the seeds 1 to 50.
/// </summary>
public sealed class SeededFaultTests(PatientWorld world, ITestOutputHelper output) : Scenario(world, output), IClassFixture<PatientWorld>
{
    const int Deeds = 10;

    readonly ITestOutputHelper _output = output;

    public static TheoryData<int> Seeds =>
        [.. Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("TOOLBOX_SEEDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var seeds) ? seeds : 3)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_users_and_faults_do_each_job_runs_once_in_the_end_and_loses_nothing(int seed)
    {
        var cluster = $"seed-{seed}";
        await Start(ProjectFiles.Sample("deployment.yaml", "cluster-1", cluster), cluster, "job-1", "job-2", "job-3");
        var deeds = new RandomDeeds(World, cluster, seed);
        try
        {
            for (var deed = 0; deed < Deeds; deed++)
            {
                await deeds.Next();
                await deeds.Pause();
            }
            await Recovered(cluster, deeds);
        }
        finally
        {
            _output.WriteLine($"seed {seed}: {string.Join(", ", deeds.Done)}");
        }
        foreach (var job in deeds.Jobs.Where(job => !deeds.Forgetful.Contains(job))) AssertStartsFromNewest(job);
        await User.Delete(Kinds.FlinkDeployment, cluster);
        await World.UntilGone($"the pods of {cluster}", () => World.Watched.All(Kinds.Pod).Where(pod => pod.Label("clusterName") == cluster), cluster);
    }

    async Task Recovered(string cluster, RandomDeeds deeds)
    {
        await World.Ask("a deployment that is ready again", async () =>
        {
            await deeds.StartWhatIsStopped();
            return Find(Kinds.FlinkDeployment, cluster).IsReady() && Find(Kinds.FlinkCluster, cluster).IsReady()
                && deeds.Jobs.All(job => Find(Kinds.FlinkJob, job) is { } found && found.IsReady() && found.Text("jobStatus") == "RUNNING") ? deeds : null;
        }, cluster);
        Took("recover");
        await Flink.RunsExactly(cluster, [.. deeds.Jobs]);
        Assert.Single(Flink.Pods(cluster, "jobmanager"), pod => !pod.IsDeleting());
    }

    /// <summary>Each submission begins with the newest of the restore points that were known just before it.</summary>
    void AssertStartsFromNewest(string job)
    {
        JsonObject? before = null;
        foreach (var status in World.Watched.Writes(Kinds.FlinkJob, job).Select(write => write.Status))
        {
            if (status["submission"] is { } submission && before is not null && (int)submission["attempt"]! > ((int?)before["submission"]?["attempt"] ?? 0))
                Assert.True(Newest(before) == (string?)submission["restorePoint"], $"{job} starts from '{submission["restorePoint"]}', but the newest is '{Newest(before)}'");
            before = status;
        }
    }

    static string Newest(JsonObject status) =>
        (string?)(status["restorePoints"] as JsonArray)?.MaxBy(point => (string?)point!["time"], StringComparer.Ordinal)?["path"] ?? "";
}
