using System.Text.Json.Nodes;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;
using Toolbox.Cli.Savepoints;

namespace Toolbox.Cli.Describe;

/// <summary>Writes what there is to know about one resource, section by section; a section without content is left out.</summary>
sealed class DescriptionPage(Terminal terminal, DateTimeOffset now)
{
    public void Line(string text) => terminal.Output.WriteLine(text);

    public void Write(ResourceKind kind, JsonObject resource, NamespaceContent content, IReadOnlyList<JsonObject> events)
    {
        Head(kind, resource);
        Pairs("Spec", SpecSummary.Of(kind, resource));
        Pairs("Status", StatusSummary.Of(kind, resource, content, now));
        Pairs("Last decision", Decision(resource));
        Conditions(resource);
        if (kind == ResourceKind.Job && RestorePointRows.Of(resource, now) is { Count: > 1 } points) Table("Restore points", points);
        if (kind == ResourceKind.Cluster && content.PodsOf(resource.Name()).ToList() is { Count: > 0 } pods) Table("Pods", [PodTitles, .. pods.Select(Pod)]);
        Table("Events", events.Count == 0 ? [[(Tone.Quiet, "none")]] : [EventTitles, .. events.Select(Event)]);
    }

    static readonly (Tone, string)[] PodTitles = [(Tone.Strong, "NAME"), (Tone.Strong, "STATE"), (Tone.Strong, "DETAIL"), (Tone.Strong, "IP")];
    static readonly (Tone, string)[] EventTitles = [(Tone.Strong, "AGE"), (Tone.Strong, "TYPE"), (Tone.Strong, "REASON"), (Tone.Strong, "MESSAGE")];
    static readonly (Tone, string)[] ConditionTitles = [(Tone.Strong, "TYPE"), (Tone.Strong, "STATUS"), (Tone.Strong, "AGE"), (Tone.Strong, "REASON"), (Tone.Strong, "MESSAGE")];

    void Head(ResourceKind kind, JsonObject resource)
    {
        var health = Health.Of(resource);
        Line(terminal.Paint(Tone.Strong, $"{kind.Type.Kind} {resource.Text("metadata", "namespace")}/{resource.Name()}") + $"  {terminal.Paint(health.Tone, health.Text)}");
        if (health.Detail.Length > 0) Line($"  {terminal.Paint(health.Tone, health.Detail)}");
    }

    void Pairs(string title, IEnumerable<(string Name, string Value)> pairs)
    {
        var rows = pairs.Where(pair => pair.Value.Length > 0).Select(pair => new[] { (Tone.Quiet, pair.Name), (Health.ToneOf(pair.Value), pair.Value) }).ToList();
        if (rows.Count > 0) Table(title, rows);
    }

    void Conditions(JsonObject resource)
    {
        var rows = resource.Items("status", "conditions").Select(condition => new[]
        {
            (Tone.Plain, condition.Text("type")), (ConditionTone(condition), condition.Text("status")), (Tone.Plain, Age.Since(condition.Time("lastTransitionTime"), now)),
            (Tone.Plain, condition.Text("reason")), (Tone.Plain, condition.Text("message").ReplaceLineEndings(" ")),
        }).ToList();
        if (rows.Count > 0) Table("Conditions", [ConditionTitles, .. rows]);
    }

    void Table(string title, IReadOnlyList<(Tone, string)[]> rows)
    {
        Line($"{terminal.Paint(Tone.Strong, title)}");
        terminal.Columns(rows, "  ");
    }

    IEnumerable<(string, string)> Decision(JsonObject resource) =>
    [
        ("rule", resource.Text("status", "decision", "rule")),
        ("since", Age.Since(resource.Time("status", "decision", "since"), now)),
        ("message", resource.Text("status", "decision", "message")),
        ("refusal", resource.Text("status", "refusal")),
        ("request", resource.Text("status", "request", "action")),
    ];

    static Tone ConditionTone(JsonObject condition) => (condition.Text("type"), condition.Text("status")) switch
    {
        ("Ready", "True") => Tone.Good,
        ("Stalled", "True") => Tone.Bad,
        (_, "True") => Tone.Busy,
        _ => Tone.Quiet,
    };

    static (Tone, string)[] Pod(JsonObject pod) =>
        Health.OfPod(pod) is var health ? [(Tone.Plain, pod.Name()), (health.Tone, health.Text), (Tone.Plain, health.Detail), (Tone.Plain, pod.Text("status", "podIP"))] : [];

    (Tone, string)[] Event(JsonObject item) =>
    [
        (Tone.Plain, Age.Since(DescribeCommand.LastSeen(item), now)), (item.Text("type") == "Warning" ? Tone.Bad : Tone.Quiet, item.Text("type")),
        (Tone.Plain, item.Text("reason")), (Tone.Plain, item.Text("message").ReplaceLineEndings(" ")),
    ];
}
