using System.Globalization;
using LanguageExt;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Output;
using Toolbox.Core.Plans;

namespace Toolbox.Cli.Plan;

/// <summary>A plan for people: what goes wrong, what happens to what runs, then which fields are the cause.</summary>
static class PlanPage
{
    public static void Write(Core.Plans.Plan plan, Page page)
    {
        page.Title($"Plan for the namespace {plan.Namespace}, looked at {RelativeTime.Of(plan.Now, plan.Now)}");
        page.Text(PlanSummary.Of(plan));
        foreach (var note in plan.Notes) page.Text($"! {note}", Tone.Quiet);
        page.Table("Errors: the documents cannot be applied, or not be carried out", ["resource", "error"], plan.Errors.Map(note => new TableRow(Tone.Bad, note.About, note.Text)));
        page.Table("Requests that would be refused", ["resource", "reason"], plan.Refusals.Map(note => new TableRow(Tone.Busy, note.About, note.Text)));
        page.Table("Resources that would stall", ["resource", "reason"], plan.Stalls.Map(note => new TableRow(Tone.Busy, note.About, note.Text)));
        page.Table("Clusters", ["cluster", "what happens", "because", "TaskManagers", "pods added", "pods removed"], plan.Clusters.Map(Cluster));
        page.Table("Jobs", ["job", "what happens", "because", "before", "then starts from", "parallelism"], plan.Jobs.Map(Job));
        page.Table("Resources", ["resource", "written by", "what happens", "digests that change"], plan.Resources.Map(Resource));
        page.Table("Fields", ["resource", "field", "before", "after"], plan.Resources.Bind(resource => resource.Fields.Map(field =>
            new TableRow(Tone.Plain, resource.Subject.ToString(), field.Path, Shown(field.Before), Shown(field.After)))));
        page.Table("Numbers", ["resource", "number", "declared", "before", "after", "why"], plan.Resources.Bind(resource => resource.Numbers.Map(number =>
            new TableRow(Tone.Plain, resource.Subject.ToString(), number.Field, Shown(number.Declared), Shown(number.Before), Shown(number.After), number.Reason))));
        if (!plan.NotLookedAt.IsEmpty)
        {
            page.BlankLine();
            page.Text($"Not looked at: {string.Join(", ", plan.NotLookedAt)}");
        }
        page.Finish();
    }

    static TableRow Cluster(ClusterEffect effect) => new(
        ToneOf(effect.Action), effect.Name, PlanSummary.Words(effect.Action) + (effect.ReplacesSupervisor && effect.Action != PlannedAction.ReplaceSupervisor ? ", supervisor is replaced" : ""),
        effect.Reason, Change(effect.TaskManagersBefore, effect.TaskManagersAfter), Pods(effect.PodsAdded), Pods(effect.PodsRemoved));

    static TableRow Job(JobEffect effect) => new(
        effect.IsCancelled || (effect.BeginsEmptyBecause.Length > 0 && effect.Action == PlannedAction.Restart) ? Tone.Busy : ToneOf(effect.Action),
        effect.Name, PlanSummary.Words(effect.Action), effect.Reason,
        effect.TakesSavepoint ? "a savepoint is taken" : effect.IsCancelled ? "cancelled without savepoint" : "",
        effect.RestorePoint.Length > 0 ? effect.RestorePoint : effect.BeginsEmptyBecause.Length > 0 ? $"empty: {effect.BeginsEmptyBecause}" : "",
        Change(effect.ParallelismBefore, effect.ParallelismAfter));

    static TableRow Resource(PlannedResource resource) => new(
        ToneOf(resource.Action), resource.Subject.ToString(), resource.By, PlanSummary.Words(resource.Action), string.Join(", ", resource.Digests.Map(digest => digest.Part)));

    // Names are known where the cluster exists already.
    static string Pods(Seq<PodChange> pods) => string.Join(", ", pods.GroupBy(pod => pod.Name.Length > 0 ? pod.Name : pod.Role)
        .Select(group => group.Count() > 1 ? string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}s") : group.Key));

    static Tone ToneOf(PlannedAction action) => action switch
    {
        PlannedAction.Create or PlannedAction.Start => Tone.Good,
        PlannedAction.Restart or PlannedAction.Stop or PlannedAction.Scale => Tone.Busy,
        PlannedAction.Delete => Tone.Bad,
        PlannedAction.Unchanged => Tone.Quiet,
        PlannedAction.Change or PlannedAction.ReplaceSupervisor => Tone.Plain,
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    static string Change(int before, int after) => 
        before == after ? after.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{before} -> {after}");

    static string Shown(Option<int> number) => number.Match(value => value.ToString(CultureInfo.InvariantCulture), () => "-");

    static string Shown(string json) => json.Length > 0 ? json : "-";
}
