using System.Globalization;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

/// <summary>Metrics as lists of id and text value. Unknown scopes and names are left out, never an error.</summary>
static class MetricAnswers
{
    public static Answer JobManager(SimulatedCluster cluster, RestRequest request)
    {
        var values = Machine(cluster);
        values["taskSlotsTotal"] = Text(cluster.Slots.Total);
        values["taskSlotsAvailable"] = Text(cluster.Slots.Free);
        values["numRegisteredTaskManagers"] = Text(cluster.Slots.TaskManagers.Count);
        values["numRunningJobs"] = Text(cluster.Jobs.Count(job => !job.Status.IsEnded()));
        return Select(request, values);
    }

    public static Answer TaskManager(SimulatedCluster cluster, RestRequest request) => Select(
        request, cluster.Slots.TaskManagers.Any(item => item.Id == request.Value("taskmanager")) ? Machine(cluster) : []);

    public static Answer Job(SimulatedCluster cluster, RestRequest request)
    {
        var job = cluster.FindJob(request.Id(cluster.Version, "job", "jobid"));
        return Select(request, job is null ? [] : OfJob(cluster, job));
    }

    static Dictionary<string, string> OfJob(SimulatedCluster cluster, SimulatedJob job)
    {
        var (version, checkpoints, now) = (cluster.Version, job.Checkpoints, cluster.Now.ToUnixTimeMilliseconds());
        var values = new Dictionary<string, string>
        {
            ["totalNumberOfCheckpoints"] = Text(checkpoints.CompletedCount + checkpoints.FailedCount),
            ["numberOfCompletedCheckpoints"] = Text(checkpoints.CompletedCount),
            ["numberOfInProgressCheckpoints"] = "0",
            ["numberOfFailedCheckpoints"] = Text(checkpoints.FailedCount),
            ["lastCheckpointDuration"] = Text(checkpoints.LatestCompleted is { } last ? last.EndedAt - last.TriggeredAt : -1),
            ["lastCheckpointSize"] = Text(checkpoints.LatestCompleted?.Size ?? -1),
            ["lastCheckpointRestoreTimestamp"] = Text(checkpoints.Restored?.RestoredAt ?? -1),
            ["lastCheckpointExternalPath"] = checkpoints.LatestCompleted?.Path ?? "n/a",
            ["restartingTime"] = job.Status == JobStatus.Restarting ? Text(now - job.ModifiedAt) : "0",
            ["uptime"] = Text(job.Status.IsEnded() ? -1 : job.Status == JobStatus.Running ? now - job.Timestamps[JobStatus.Running] : 0),
            ["downtime"] = Text(job.Status.IsEnded() ? -1 : job.Status == JobStatus.Running ? 0 : now - job.ModifiedAt),
            ["recordsProcessed"] = Text(job.Records(cluster.Now)),
        };
        if (version.AtLeast(1, 10)) values["numRestarts"] = Text(job.Restarts);
        if (!version.AtLeast(2, 0)) values["fullRestarts"] = Text(job.Restarts);
        if (!version.AtLeast(1, 12)) values["lastCheckpointAlignmentBuffered"] = "0";
        if (version.AtLeast(1, 17)) values["lastCompletedCheckpointId"] = Text(checkpoints.LatestCompleted?.Id ?? -1);
        return values;
    }

    static Dictionary<string, string> Machine(SimulatedCluster cluster)
    {
        var seconds = (long)(cluster.Now - cluster.Started).TotalSeconds;
        return new Dictionary<string, string>
        {
            ["Status.JVM.CPU.Time"] = Text(2_000_000_000 + (seconds * 20_000_000)), ["Status.JVM.CPU.Load"] = "0.02", ["Status.JVM.Threads.Count"] = "76",
            ["Status.JVM.Memory.Heap.Max"] = "536870912", ["Status.JVM.Memory.Heap.Used"] = "134217728", ["Status.JVM.Memory.Heap.Committed"] = "536870912",
            ["Status.JVM.Memory.NonHeap.Max"] = "738197504", ["Status.JVM.Memory.NonHeap.Used"] = "84850392", ["Status.JVM.Memory.NonHeap.Committed"] = "87097344",
            ["Status.JVM.Memory.Metaspace.Max"] = "268435456", ["Status.JVM.Memory.Metaspace.Used"] = "64000000",
            ["Status.JVM.Memory.Direct.Count"] = "17", ["Status.JVM.Memory.Direct.MemoryUsed"] = "16951881", ["Status.JVM.Memory.Direct.TotalCapacity"] = "16951882",
            ["Status.JVM.Memory.Mapped.Count"] = "0", ["Status.JVM.Memory.Mapped.MemoryUsed"] = "0", ["Status.JVM.Memory.Mapped.TotalCapacity"] = "0",
            ["Status.JVM.GarbageCollector.Copy.Time"] = "120", ["Status.JVM.GarbageCollector.Copy.Count"] = "9",
            ["Status.JVM.GarbageCollector.MarkSweepCompact.Time"] = "80", ["Status.JVM.GarbageCollector.MarkSweepCompact.Count"] = "2",
            ["Status.JVM.ClassLoader.ClassesLoaded"] = "11098", ["Status.JVM.ClassLoader.ClassesUnloaded"] = "0",
        };
    }

    static Answer Select(RestRequest request, Dictionary<string, string> values)
    {
        if (request.Query("get") is not { Length: > 0 } names)
            return Answer.Ok(Json.Array(values.Keys.Select(name => new JsonObject { ["id"] = name })));
        return Answer.Ok(Json.Array(names.Split(',').Distinct().Where(values.ContainsKey).Select(name => new JsonObject { ["id"] = name, ["value"] = values[name] })));
    }

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
