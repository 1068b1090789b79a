namespace Toolbox.Sandbox.Tests.SimulatedFlink;

/// <summary>The simulated answers have the shapes of Flink's own API descriptions, version by version.</summary>
public sealed class OpenApiTests
{
    /// <summary>Flink's own description of a version, which lies beside the project.</summary>
    public static string Description(string version) => Path.GetFullPath(Path.Combine(FindRoot(), $"../shared/reference/flink-rest/rest_v1_dispatcher-{version}.yml"));

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
    [DescribedVersion("1.15")]
    [DescribedVersion("1.16")]
    [DescribedVersion("1.17")]
    [DescribedVersion("1.18")]
    [DescribedVersion("1.19")]
    [DescribedVersion("1.20")]
    [DescribedVersion("2.0")]
    [DescribedVersion("2.1")]
    [DescribedVersion("2.2")]
    [DescribedVersion("2.3")]
    public async Task Answers_have_the_fields_and_types_of_the_description(string version)
    {
        var schema = OpenApiSchema.Load(Description(version));
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
