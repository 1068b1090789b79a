using System.Text.Json.Nodes;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Logs;

/// <summary>Writes the lines of many logs, each with the name of its pod where there are several.</summary>
sealed class LogLines(KubernetesApiClient client, string @namespace, Terminal terminal, TextWriter error)
{
    static readonly Tone[] Tones = [Tone.Good, Tone.Busy, Tone.Quiet, Tone.Strong];

    readonly Lock _writing = new();
    readonly Dictionary<string, Task> _followed = new(StringComparer.Ordinal);

    /// <summary>All that there is, pod after pod.</summary>
    /// <exception cref="FailureException">There is no pod.</exception>
    public async Task Show(IReadOnlyList<JsonObject> pods, LogOptions options, CancellationToken cancellation)
    {
        if (pods.Count == 0) throw new FailureException($"there is no such pod in namespace {@namespace}");
        foreach (var pod in pods) await Copy(pod.Name(), pods.Count > 1, options, cancellation);
    }

    /// <summary>All pods at once, and those that come later, until cancelled.</summary>
    public async Task Follow(PodChoice choice, LogOptions options, CancellationToken cancellation)
    {
        await using var pods = ResourceCache<JsonObject>.Start(
            client, NamespaceContent.PodType, new CacheOptions<JsonObject> { Namespace = @namespace, LabelSelector = choice.Selector });
        await foreach (var change in pods.Changes(cancellation))
        {
            if (change is ResourceChange<JsonObject>.Deleted || !choice.Includes(change.Subject) || !HasLog(change.Subject)) continue;
            var uid = change.Subject.Text("metadata", "uid");
            if (!_followed.ContainsKey(uid)) _followed[uid] = Copy(change.Subject.Name(), true, options, cancellation);
        }
    }

    static bool HasLog(JsonObject pod) => pod.Text("status", "phase") is "Running" or "Succeeded" or "Failed";

    async Task Copy(string pod, bool named, LogOptions options, CancellationToken cancellation)
    {
        var answer = await client.Logs(@namespace, pod, options, cancellation);
        if (!answer.IsOk(out var stream))
        {
            lock (_writing) error.WriteLine($"flinkctl: {pod}: {answer.Describe()}");
            return;
        }
        using var reader = new StreamReader(stream);
        var prefix = named ? terminal.Paint(Tones[Math.Abs(StringComparer.Ordinal.GetHashCode(pod) % Tones.Length)], $"[{pod}]") + " " : "";
        try
        {
            while (await reader.ReadLineAsync(cancellation) is { } line)
                lock (_writing) terminal.Output.WriteLine(prefix + line);
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            // The pod, or the connection to it, has gone.
            lock (_writing) error.WriteLine($"flinkctl: {pod}: the log ended: {broken.Message}");
        }
    }
}
