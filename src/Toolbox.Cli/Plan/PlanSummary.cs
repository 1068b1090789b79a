using System.Globalization;
using Toolbox.Core.Plans;

namespace Toolbox.Cli.Plan;

/// <summary>A plan in one line.</summary>
static class PlanSummary
{
    public static string Of(Core.Plans.Plan plan)
    {
        if (!plan.HasChanges) return plan.Errors.IsEmpty ? "Nothing would change." : "The documents have errors.";
        var parts = Counted(plan.Resources.Map(resource => resource.Action).Filter(action => action != PlannedAction.Unchanged), "resource")
            .Concat(Counted(plan.Clusters.Map(effect => effect.Action), "cluster")).Concat(Counted(plan.Jobs.Map(effect => effect.Action), "job"))
            .Concat(plan.Refusals.IsEmpty ? [] : [Count(plan.Refusals.Count, "request", "to be refused")])
            .Concat(plan.Errors.IsEmpty ? [] : [Count(plan.Errors.Count, "error", "")]);
        return string.Join("; ", parts);
    }

    public static string Words(PlannedAction action) => action switch
    {
        PlannedAction.Unchanged => "unchanged",
        PlannedAction.Create => "created",
        PlannedAction.Change => "changed",
        PlannedAction.Delete => "deleted",
        PlannedAction.Start => "starts",
        PlannedAction.Restart => "restarts",
        PlannedAction.Stop => "stops",
        PlannedAction.Scale => "scaled",
        PlannedAction.ReplaceSupervisor => "supervisor is replaced, Flink runs on",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    static string Purpose(PlannedAction action) => action switch
    {
        PlannedAction.Unchanged => "to stay",
        PlannedAction.Create => "to create",
        PlannedAction.Change => "to change",
        PlannedAction.Delete => "to delete",
        PlannedAction.Start => "to start",
        PlannedAction.Restart => "to restart",
        PlannedAction.Stop => "to stop",
        PlannedAction.Scale => "to scale",
        PlannedAction.ReplaceSupervisor => "with another supervisor",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    static IEnumerable<string> Counted(IEnumerable<PlannedAction> actions, string noun) =>
        actions.GroupBy(action => action).OrderBy(group => group.Key).Select(group => Count(group.Count(), noun, Purpose(group.Key)));

    static string Count(int count, string noun, string words) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")} {words}").TrimEnd();
}
