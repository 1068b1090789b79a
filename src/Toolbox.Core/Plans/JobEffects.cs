using LanguageExt;
using Toolbox.Core.Commands;
using Toolbox.Core.Forecasts;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Plans;

/// <summary>What a forecast says about what runs for each job.</summary>
static class JobEffects
{
    public static Seq<JobEffect> Of(Forecast forecast) =>
        forecast.Begin.Jobs.Keys.Union(forecast.End.Jobs.Keys).Concat(forecast.Steps.Filter(step => step.Subject.Kind == ModelSubject.Job).Map(step => step.Subject.Name))
            .Distinct().Order(StringComparer.Ordinal).Select(name => Of(forecast, name)).Somes().ToSeq().Strict();

    static Option<JobEffect> Of(Forecast forecast, string name)
    {
        var (begin, end, steps) = (forecast.Begin.Jobs.GetValueOrDefault(name), forecast.End.Jobs.GetValueOrDefault(name), forecast.Of(ModelSubject.Job, name));
        var action = Action(begin, end, steps);
        if (action == PlannedAction.Unchanged) return None;
        var commands = steps.Bind(step => step.Commands);
        var submission = commands.Choose(command => command is Command.Kubernetes.CreateBootstrapJob create ? Some(create.Submission) : None).LastOrNone();
        var isKnown = begin is not null && !ModelBeginning.IsNew(begin.Snapshot.Metadata);
        return new JobEffect(
            name, action, Reasons.Of(steps), commands.Exists(command => command is Command.Flink.StopJobWithSavepoint), commands.Exists(command => command is Command.Flink.CancelJob),
            submission.Map(last => last.RestorePoint).IfNone(""), submission.Filter(last => last.RestorePoint.Length == 0).Map(_ => WhyEmpty(begin, end, steps)).IfNone(""),
            begin?.Snapshot.Status.JobParallelism ?? 0, end?.Snapshot.Status.JobParallelism ?? 0, isKnown ? submission.Map(last => last.JobId).IfNone("") : "");
    }

    static PlannedAction Action(ModelJob? begin, ModelJob? end, Seq<ForecastStep> steps)
    {
        if (end is null) return PlannedAction.Delete;
        if (steps.Exists(step => step.Before != step.After && step.After == nameof(SupervisorStatus.Starting)))
            return begin?.Snapshot.Status.SupervisorStatus is SupervisorStatus.Started or SupervisorStatus.Starting ? PlannedAction.Restart : PlannedAction.Start;
        return steps.Exists(step => step.Before != step.After && step.After == nameof(SupervisorStatus.Stopped)) ? PlannedAction.Stop : PlannedAction.Unchanged;
    }

    static string WhyEmpty(ModelJob? begin, ModelJob? end, Seq<ForecastStep> steps)
    {
        if (steps.Exists(step => step.Before == nameof(SupervisorStatus.Unknown))) return "it is the first start, and its spec names no savepoint";
        if (begin is not null && !begin.Snapshot.Status.RestorePoints.IsEmpty) return "it was asked to go without savepoint";
        var mode = end is null ? SavepointMode.Automatic : JobSpecReading.Read(end.Spec).Match(spec => spec.SavepointMode, _ => SavepointMode.Automatic);
        return mode == SavepointMode.Manual ? "savepointMode is Manual, and there is no restore point" : "there is no restore point";
    }
}
