using System.Text.Json.Nodes;
using Toolbox.Cli.CommandLine;

namespace Toolbox.Cli.Resources;

/// <summary>How a resource or pod does, in a few words with a tone.</summary>
/// <param name="Text">State words, for example <c>Started, HEALTHY</c>.</param>
/// <param name="Detail">Why, where all is not well; else empty.</param>
sealed record Health(Tone Tone, string Text, string Detail)
{
    public static Health Of(JsonObject resource)
    {
        string[] words = [resource.Text("status", "supervisorStatus"), resource.Text("status", "jobStatus"), resource.Text("status", "clusterHealth")];
        var isJob = resource.Text("kind") == ResourceKind.Job.Type.Kind;
        var text = string.Join(", ", words.Where((word, index) => word.Length > 0 && !(isJob && index == 2)));
        if (text.Length == 0) text = resource.Text("status", "resourceStatus");
        if (resource.At("metadata", "deletionTimestamp") is not null) return new Health(Tone.Busy, $"{text} (is being deleted)", Decision(resource));
        if (resource.Condition("Stalled") is { } stalled) return new Health(Tone.Bad, text, stalled.Text("message"));
        if (resource.Condition("Reconciling") is not null) return new Health(Tone.Busy, text, Decision(resource));
        if (resource.Condition("Suspended") is { } suspended) return new Health(Tone.Quiet, text, suspended.Text("message"));
        return text.Length == 0 ? new Health(Tone.Busy, "not seen yet", "neither operator nor supervisor has looked at it") : new Health(ToneOf(text.Split(", ")[^1]), text, "");
    }

    public static Health OfPod(JsonObject pod)
    {
        var statuses = pod.Items("status", "containerStatuses").ToList();
        var waiting = statuses.Select(status => status.Text("state", "waiting", "reason")).FirstOrDefault(reason => reason.Length > 0);
        var restarts = statuses.Sum(status => status.Number("restartCount"));
        var phase = pod.At("metadata", "deletionTimestamp") is null ? pod.Text("status", "phase") : "Terminating";
        var detail = restarts == 0 ? "" : restarts == 1 ? "1 restart" : $"{restarts} restarts";
        if (waiting is not null) return new Health(waiting is "ContainerCreating" or "PodInitializing" ? Tone.Busy : Tone.Bad, waiting, detail);
        var isReady = statuses.Count > 0 && statuses.All(status => status.Text("ready") == "true");
        return phase == "Running" && !isReady ? new Health(Tone.Busy, "Running, not ready", detail) : new Health(ToneOf(phase), phase, detail);
    }

    /// <summary>Tone of a state word of the toolbox, of Flink or of Kubernetes.</summary>
    public static Tone ToneOf(string word) => word switch
    {
        "Started" or "HEALTHY" or "RUNNING" or "Updated" or "Running" or "True" or "FINISHED" or "Succeeded" => Tone.Good,
        "Starting" or "Stopping" or "Updating" or "Unknown" or "Pending" or "Terminating" or "CREATED" or "INITIALIZING" or "RESTARTING" or "CANCELLING" or "FAILING" => Tone.Busy,
        "UNHEALTHY" or "FAILED" or "Failed" or "CrashLoopBackOff" or "ImagePullBackOff" or "ErrImagePull" => Tone.Bad,
        "Stopped" or "Terminated" or "CANCELED" or "SUSPENDED" => Tone.Quiet,
        _ => Tone.Plain,
    };

    static string Decision(JsonObject resource) => resource.Text("status", "decision", "message");
}
