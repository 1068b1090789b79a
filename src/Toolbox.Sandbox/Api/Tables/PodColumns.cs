using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Tables;

/// <summary>The columns of pods; the status word follows kubectl's printPod.</summary>
static class PodColumns
{
    const string None = "<none>";

    public static IReadOnlyList<TableColumn> All { get; } =
    [
        TableColumns.Name,
        TableColumns.Text("Ready", "Ready containers of all containers.", Ready),
        TableColumns.Text("Status", "What the containers are doing.", item => Status(item)),
        new TableColumn("Restarts", "string", "", "How often containers were restarted, and when last.", 0, (item, now) => Restarts(item, now)),
        TableColumns.Age,
        TableColumns.Text("IP", "The address of the pod.", item => item.TextAt("status", "podIP") ?? None, 1),
        TableColumns.Text("Node", "The node that runs the pod.", item => item.TextAt("spec", "nodeName") ?? None, 1),
        TableColumns.Text("Nominated Node", "The node that the pod may get by preemption.", item => item.TextAt("status", "nominatedNodeName") ?? None, 1),
        TableColumns.Text("Readiness Gates", "Conditions that readiness waits for.", Gates, 1),
    ];

    /// <summary>The condition of a row whose pod has ended; null for others.</summary>
    public static JsonObject? Completion(JsonObject pod) => pod.TextAt("status", "phase") switch
    {
        "Succeeded" => Ended("Succeeded", "The pod has completed successfully."),
        "Failed" => Ended("Failed", "The pod failed."),
        _ => null,
    };

    static JsonObject Ended(string reason, string message) => new()
    {
        ["type"] = "Completed", ["status"] = "True", ["reason"] = reason, ["message"] = message,
    };

    static JsonNode Ready(JsonObject pod) =>
        $"{Containers(pod).Count(item => item.FlagAt("ready") == true && item.At("state", "running") is not null)}/{pod.ObjectsAt("spec", "containers").Count()}";

    static IEnumerable<JsonObject> Containers(JsonObject pod) => pod.ObjectsAt("status", "containerStatuses");

    static JsonNode Restarts(JsonObject pod, DateTimeOffset now)
    {
        var count = Containers(pod).Sum(item => item.NumberAt("restartCount") ?? 0);
        var last = Containers(pod).Select(item => HumanDuration.Parse(item.TextAt("lastState", "terminated", "finishedAt"))).Max();
        return count > 0 && last is { } time ? $"{count} ({HumanDuration.Format(now - time)} ago)" : $"{count}";
    }

    static JsonNode Gates(JsonObject pod)
    {
        var gates = pod.ObjectsAt("spec", "readinessGates").Select(gate => gate.TextAt("conditionType")).ToList();
        var ready = pod.ObjectsAt("status", "conditions").Count(item => gates.Contains(item.TextAt("type")) && item.TextAt("status") == "True");
        return gates.Count == 0 ? None : $"{ready}/{gates.Count}";
    }

    static string Status(JsonObject pod)
    {
        var reason = pod.TextAt("status", "reason") is { Length: > 0 } given ? given : pod.TextAt("status", "phase") ?? "";
        var (initializing, word) = InitStatus(pod);
        if (initializing) reason = word;
        else reason = ContainerStatus(pod, reason);
        if (pod.At("metadata", "deletionTimestamp") is null) return reason;
        return pod.TextAt("status", "reason") == "NodeLost" ? "Unknown" : pod.TextAt("status", "phase") is "Succeeded" or "Failed" ? reason : "Terminating";
    }

    static (bool Initializing, string Word) InitStatus(JsonObject pod)
    {
        var (index, total) = (0, pod.ObjectsAt("spec", "initContainers").Count());
        foreach (var container in pod.ObjectsAt("status", "initContainerStatuses"))
        {
            var terminated = container.At("state", "terminated");
            if (terminated.NumberAt("exitCode") == 0) index++;
            else if (terminated is not null) return (true, "Init:" + (Reason(terminated) ?? Code(terminated)));
            else if (container.TextAt("state", "waiting", "reason") is { Length: > 0 } waiting && waiting != "PodInitializing") return (true, "Init:" + waiting);
            else return (true, $"Init:{index}/{total}");
        }
        return (false, "");
    }

    static string ContainerStatus(JsonObject pod, string reason)
    {
        var running = false;
        foreach (var container in Containers(pod).Reverse())
        {
            var terminated = container.At("state", "terminated");
            if (container.TextAt("state", "waiting", "reason") is { Length: > 0 } waiting) reason = waiting;
            else if (terminated is not null) reason = Reason(terminated) ?? Code(terminated);
            else if (container.FlagAt("ready") == true && container.At("state", "running") is not null) running = true;
        }
        if (reason != "Completed" || !running) return reason;
        var ready = pod.ObjectsAt("status", "conditions").Any(item => item.TextAt("type") == "Ready" && item.TextAt("status") == "True");
        return ready ? "Running" : "NotReady";
    }

    static string? Reason(JsonNode terminated) => terminated.TextAt("reason") is { Length: > 0 } reason ? reason : null;

    static string Code(JsonNode terminated) =>
        terminated.NumberAt("signal") is > 0 and var signal ? $"Signal:{signal}" : $"ExitCode:{terminated.NumberAt("exitCode")}";
}
