using System.Text.Json.Nodes;
using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

static class TaskManagerAnswers
{
    const long Heap = 536870912;

    public static Answer List(SimulatedCluster cluster, RestRequest request) =>
        Answer.Ok(new JsonObject { ["taskmanagers"] = Json.Array(cluster.Slots.TaskManagers.Select(item => Describe(cluster, item))) });

    public static Answer Details(SimulatedCluster cluster, RestRequest request)
    {
        var id = request.Value("taskmanager");
        // Not 404: the lookup fails in the ResourceManager.
        var taskManager = cluster.Slots.TaskManagers.FirstOrDefault(item => item.Id == id) ?? throw FlinkRestException.Internal(
            $"org.apache.flink.runtime.resourcemanager.exceptions.UnknownTaskExecutorException: No TaskExecutor registered under {id}.");
        var body = Describe(cluster, taskManager);
        if (cluster.Version.AtLeast(1, 13))
            body["allocatedSlots"] = Json.Array(cluster.Slots.HeldBy(taskManager).Select(job => Slot(cluster.Version, job)));
        body["metrics"] = Metrics(cluster.Version);
        return Answer.Ok(body);
    }

    static JsonObject Describe(SimulatedCluster cluster, SimulatedTaskManager taskManager)
    {
        var version = cluster.Version;
        var free = cluster.Slots.FreeOf(taskManager);
        var body = new JsonObject
        {
            ["id"] = taskManager.Id,
            ["path"] = $"{(version.AtLeast(1, 18) ? "pekko" : "akka")}.tcp://flink@{taskManager.Host}:6122/user/rpc/taskmanager_0",
            ["dataPort"] = taskManager.DataPort,
            ["timeSinceLastHeartbeat"] = cluster.Now.ToUnixTimeMilliseconds(),
            ["slotsNumber"] = taskManager.Slots,
            ["freeSlots"] = free,
        };
        if (version.AtLeast(1, 12)) body["jmxPort"] = -1;
        if (version.AtLeast(2, 3)) body["assignedTasks"] = cluster.Slots.HeldBy(taskManager).Count() * 2;
        if (version.AtLeast(1, 11)) (body["totalResource"], body["freeResource"]) = (Resource(taskManager.Slots), Resource(free));
        body["hardware"] = new JsonObject { ["cpuCores"] = 2, ["physicalMemory"] = 4294967296, ["freeMemory"] = Heap, ["managedMemory"] = 268435456 };
        if (version.AtLeast(1, 12)) body["memoryConfiguration"] = MemoryConfiguration();
        return body;
    }

    static JsonObject Slot(SimulatedVersion version, SimulatedJob job)
    {
        var slot = new JsonObject { ["jobId"] = job.Id, ["resource"] = Resource(1) };
        if (version.AtLeast(2, 3)) slot["assignedTasks"] = TaskCounts.Vertices;
        return slot;
    }

    static JsonObject Resource(int slots) => new()
    {
        ["cpuCores"] = (double)slots,
        ["taskHeapMemory"] = 128 * slots,
        ["taskOffHeapMemory"] = 0,
        ["managedMemory"] = 64 * slots,
        ["networkMemory"] = 32 * slots,
        ["extendedResources"] = new JsonObject(),
    };

    static JsonObject MemoryConfiguration() => new()
    {
        ["frameworkHeap"] = 134217728,
        ["taskHeap"] = Heap - 134217728,
        ["frameworkOffHeap"] = 134217728,
        ["taskOffHeap"] = 0,
        ["networkMemory"] = 67108864,
        ["managedMemory"] = 268435456,
        ["jvmMetaspace"] = 268435456,
        ["jvmOverhead"] = 201326592,
        ["totalFlinkMemory"] = 1006632960,
        ["totalProcessMemory"] = 1476395008,
    };

    static JsonObject Metrics(SimulatedVersion version)
    {
        var body = new JsonObject
        {
            ["heapUsed"] = Heap / 4, ["heapCommitted"] = Heap, ["heapMax"] = Heap,
            ["nonHeapUsed"] = 64000000, ["nonHeapCommitted"] = 66000000, ["nonHeapMax"] = 738197504,
            ["directCount"] = 2059, ["directUsed"] = 75776002, ["directMax"] = 75784193,
            ["mappedCount"] = 0, ["mappedUsed"] = 0, ["mappedMax"] = 0,
        };
        if (!version.AtLeast(2, 0)) (body["memorySegmentsAvailable"], body["memorySegmentsTotal"]) = (2044, 2048);
        body["garbageCollectors"] = new JsonArray(
            new JsonObject { ["name"] = "G1_Young_Generation", ["count"] = 6, ["time"] = 179 },
            new JsonObject { ["name"] = "G1_Old_Generation", ["count"] = 0, ["time"] = 0 });
        return body;
    }
}
