using System.Text.Json.Nodes;
using Toolbox.Sandbox.SimulatedFlink.Model;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

/// <summary>A simulated job has two vertices, a source and a counter, each with the job's parallelism.</summary>
static class TaskCounts
{
    public const int Vertices = 2;

    static readonly string[] States = ["created", "scheduled", "deploying", "running", "finished", "canceling", "canceled", "failed", "reconciling"];

    /// <summary>Lower-case names and a total, as in the list of jobs.</summary>
    public static JsonObject OfJob(SimulatedVersion version, SimulatedJob job)
    {
        // A job that never got an execution graph has no tasks at all.
        var total = job.Status == JobStatus.Failed && job.TasksStartedAt is null && job.Phase == TaskPhase.Failed && !job.Timestamps.ContainsKey(JobStatus.Created)
            ? 0 : job.Parallelism * Vertices;
        var body = new JsonObject { ["total"] = total };
        foreach (var state in Names(version)) body[state] = Phase(job) == state ? total : 0;
        return body;
    }

    /// <summary>Upper-case names, as in the details of a job: how many things are in the state of the job's tasks.</summary>
    public static JsonObject Upper(SimulatedVersion version, SimulatedJob job, int count)
    {
        var body = new JsonObject();
        foreach (var state in Names(version)) body[state.ToUpperInvariant()] = Phase(job) == state ? count : 0;
        return body;
    }

    static string Phase(SimulatedJob job) => job.Phase.ToString().ToLowerInvariant();

    static IEnumerable<string> Names(SimulatedVersion version) => version.AtLeast(1, 13) ? [.. States, "initializing"] : States;
}
