using LanguageExt;
using Toolbox.Core.Commands;
using Toolbox.Core.Forecasts;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Plans;

/// <summary>What a forecast says about what runs for each cluster.</summary>
static class ClusterEffects
{
    public static Seq<ClusterEffect> Of(Forecast forecast) =>
        forecast.Begin.Clusters.Keys.Union(forecast.End.Clusters.Keys).Concat(forecast.Steps.Filter(step => step.Subject.Kind == ModelSubject.Cluster).Map(step => step.Subject.Name))
            .Distinct().Order(StringComparer.Ordinal).Select(name => Of(forecast, name)).Somes().ToSeq().Strict();

    static Option<ClusterEffect> Of(Forecast forecast, string name)
    {
        var (begin, end, steps) = (forecast.Begin.Clusters.GetValueOrDefault(name), forecast.End.Clusters.GetValueOrDefault(name), forecast.Of(ModelSubject.Cluster, name));
        var replaces = begin is { Supervisor.Presence: Presence.Present } && end is not null && steps.Exists(step => step.Commands.Exists(command => command is Command.Kubernetes.ApplySupervisor));
        var (added, removed) = (Pods(steps, Created), Pods(steps, Removed));
        var action = Action(begin, end, steps, replaces, changesPods: !added.IsEmpty || !removed.IsEmpty);
        if (action == PlannedAction.Unchanged) return None;
        var isKnown = begin is not null && !ModelBeginning.IsNew(begin.Snapshot.Metadata);
        return new ClusterEffect(
            name, action, Reasons.Of(steps), isKnown ? added : added.Map(pod => pod with { Name = "" }).Strict(), removed, Count(begin), Count(end), replaces);
    }

    static PlannedAction Action(ModelCluster? begin, ModelCluster? end, Seq<ForecastStep> steps, bool replaces, bool changesPods)
    {
        if (end is null) return PlannedAction.Delete;
        if (steps.Exists(step => step.Before != step.After && step.After == nameof(SupervisorStatus.Starting)))
            return begin?.Snapshot.Status.SupervisorStatus is SupervisorStatus.Started or SupervisorStatus.Starting ? PlannedAction.Restart : PlannedAction.Start;
        if (steps.Exists(step => step.Before != step.After && step.After == nameof(SupervisorStatus.Stopped))) return PlannedAction.Stop;
        return changesPods ? PlannedAction.Scale : replaces ? PlannedAction.ReplaceSupervisor : PlannedAction.Unchanged;
    }

    static int Count(ModelCluster? cluster) => cluster?.Snapshot.TaskManagers.Count(pod => !pod.HasEnded) ?? 0;

    static Seq<PodChange> Pods(Seq<ForecastStep> steps, Func<Command, Option<PodChange>> pod) => steps.Bind(step => step.Commands.Choose(pod)).Distinct().ToSeq().Strict();

    static Option<PodChange> Created(Command command) => command is Command.Kubernetes.CreateJobManagerPod jobManager ? new PodChange("jobmanager", jobManager.Pod)
        : command is Command.Kubernetes.CreateTaskManagerPod taskManager ? new PodChange("taskmanager", taskManager.Pod) : None;

    // Pods carry their role at the beginning of their names.
    static Option<PodChange> Removed(Command command) => command is Command.Kubernetes.DeletePod delete ? new PodChange(delete.Pod.Split('-')[0], delete.Pod) : None;
}
