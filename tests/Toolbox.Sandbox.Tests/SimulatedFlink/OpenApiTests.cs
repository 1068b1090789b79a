namespace Toolbox.Sandbox.Tests.SimulatedFlink;

/// <summary>The simulated answers have the shapes of Flink's own API descriptions, version by version.</summary>
public sealed class OpenApiTests
{
    static readonly string Folder = Path.GetFullPath(Path.Combine(FindRoot(), "../shared/reference/flink-rest"));

    // Left out of the simulation: statistics that nobody here reads.
    static readonly string[] LeftOut =
    [
        ".plan", ".stream-graph", ".summary", ".mappedUsed", "nettyShuffle", "memorySegments", "checkpoint_type is", ".num_", "idle", "backpressured", "busy",
        "unaligned", "changelog", "aligned_checkpoint", "checkpoints_after_tasks", "state_changelog", "slotSharingGroupId", ".@class", "className",
        ".taskmanagers-blocked", ".slots-free-and-blocked", ".blocked", "skipped-checkpoints",
    ];

    // Where the descriptions are wrong, as recorded answers of real clusters show: entries of the history have a subtype's fields, the
    // application id is text, and before 1.17 two types of one name were mixed up in the lists of jobs and vertices.
    static bool IsMisleading(string version, string difference) =>
        difference.Contains(".history[]") || difference.Contains(".application-id is String")
        || (version is "1.15" or "1.16" && (difference.StartsWith("/jobs/overview:") || difference.Contains(".vertices[]")));

    static readonly (string Template, string Path)[] Calls =
    [
        ("/overview", "/overview"), ("/config", "/config"), ("/jars", "/jars"), ("/jobs", "/jobs"), ("/jobs/overview", "/jobs/overview"),
        ("/jobs/{jobid}", "/jobs/JOB"), ("/jobs/{jobid}/status", "/jobs/JOB/status"),
        ("/jobs/{jobid}/exceptions", "/jobs/JOB/exceptions"), ("/jobs/{jobid}/accumulators", "/jobs/JOB/accumulators"),
        ("/jobs/{jobid}/checkpoints", "/jobs/JOB/checkpoints"), ("/jobs/{jobid}/checkpoints/config", "/jobs/JOB/checkpoints/config"),
        ("/taskmanagers", "/taskmanagers"), ("/taskmanagers/{taskmanagerid}", "/taskmanagers/worker-1"),
        ("/jobmanager/metrics", "/jobmanager/metrics"), ("/jobs/{jobid}/metrics", "/jobs/JOB/metrics?get=uptime"),
    ];

    [Theory]
    [InlineData("1.15")]
    [InlineData("1.16")]
    [InlineData("1.17")]
    [InlineData("1.18")]
    [InlineData("1.19")]
    [InlineData("1.20")]
    [InlineData("2.0")]
    [InlineData("2.1")]
    [InlineData("2.2")]
    [InlineData("2.3")]
    public async Task Answers_have_the_fields_and_types_of_the_description(string version)
    {
        var file = Path.Combine(Folder, $"rest_v1_dispatcher-{version}.yml");
        if (!File.Exists(file))
        {
            Console.WriteLine($"Skipped: {file} is missing, so the answers of the simulated Flink {version} are not compared with it.");
            return;
        }
        var schema = OpenApiSchema.Load(file);
        await using var flink = await SimulatedFlinkFixture.StartAsync(version + ".0");
        await LiveALittleAsync(flink);
        var differences = new List<string>();
        foreach (var (template, path) in Calls.Where(call => schema.Has(call.Template)))
        {
            var answer = await flink.Get(path.Replace("JOB", new string('b', 32)));
            Assert.Equal(200, answer.Status);
            differences.AddRange(schema.Differences(template, answer.Body).Where(text => !LeftOut.Any(text.Contains))
                .Select(text => $"{template}: {text}").Where(text => !IsMisleading(version, text)));
        }
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    /// <summary>A job that was restored, took savepoints, of which one failed, and threw: no part of an answer is empty.</summary>
    static async Task LiveALittleAsync(SimulatedFlinkFixture flink)
    {
        await flink.Run('a');
        flink.Pass(1);
        var location = (string)(await flink.Savepoint('a', "stop"))["location"]!;
        await flink.Run('b', savepointPath: location);
        flink.Pass(2);
        await flink.Savepoint('b');
        flink.JobManager.Faults.FailSavepoints(1);
        await flink.Savepoint('b');
        flink.JobManager.Faults.FailJob(new string('b', 32), "Disk full.");
        flink.Pass(2);
        flink.Pass(2);
    }

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Toolbox.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
