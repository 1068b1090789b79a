using LanguageExt;
using Toolbox.Core.Cluster;
using Toolbox.Core.Deployment;
using Toolbox.Core.Job;
using Toolbox.Core.Resources;
using Toolbox.Core.Supervision;
using static LanguageExt.Prelude;

namespace Toolbox.Core.Forecasts;

/// <summary>
/// Follows the decisions of operator and supervisors in a model of their namespace until nothing follows any more. They are the very
/// decisions that the processes take, so a forecast cannot have rules of its own.
/// </summary>
public static class Forecasting
{
    // A deployment with many jobs that restarts takes some forty rounds.
    const int MostRounds = 400;

    public static Forecast Run(ModelNamespace begin)
    {
        var (model, steps, quiet) = (begin, new List<ForecastStep>(), 0);
        for (var round = 0; round < MostRounds && quiet < 2; round++)
        {
            var before = steps.Count;
            model = Round(model, steps);
            quiet = steps.Count == before ? quiet + 1 : 0;
            // What waits for a delay gets it; whoever is still quiet then waits for a user.
            model = model with { Now = model.Now + (quiet == 1 ? LongestDelay(model) : TimeSpan.FromMilliseconds(10)) };
        }
        return new Forecast(begin, steps.ToSeq().Strict(), model, quiet >= 2);
    }

    static ModelNamespace Round(ModelNamespace model, List<ForecastStep> steps)
    {
        foreach (var name in model.Deployments.Keys) model = Deployment(model, name, steps);
        foreach (var name in model.Clusters.Keys) model = Cluster(Supervision(model, name, steps), name, steps);
        foreach (var name in model.Jobs.Keys) model = Job(Submit(model, name), name, steps);
        return model;
    }

    static ModelNamespace Deployment(ModelNamespace model, string name, List<ForecastStep> steps)
    {
        if (model.Deployments.GetValueOrDefault(name) is not { } deployment) return model;
        var snapshot = ModelObserving.Deployment(model, deployment);
        var (decision, facts) = (DeploymentDecide.Decide(snapshot), DeploymentFacts.From(snapshot));
        var step = new ForecastStep(
            new ModelSubject(ModelSubject.Deployment, name), decision.Rule, DeploymentRules.Table.FirstMatch(facts).Then(snapshot, facts).Message, "", "", "", decision.Commands);
        return Carry(model.With(deployment with { Status = decision.Status }), decision, step, steps);
    }

    static ModelNamespace Supervision(ModelNamespace model, string name, List<ForecastStep> steps)
    {
        if (model.Clusters.GetValueOrDefault(name) is not { } cluster) return model;
        var decision = SupervisionDecide.Decide(ModelObserving.Supervision(cluster));
        var step = new ForecastStep(new ModelSubject(ModelSubject.Cluster, name), decision.Rule, "the supervisor's part of the spec changed", "", "", "", decision.Commands);
        return Carry(model, decision, step, steps);
    }

    static ModelNamespace Cluster(ModelNamespace model, string name, List<ForecastStep> steps)
    {
        // Without a supervisor nobody decides.
        if (model.Clusters.GetValueOrDefault(name) is not { Supervisor.Presence: Presence.Present } cluster) return model;
        var snapshot = ModelObserving.Cluster(model, cluster);
        var (decision, facts) = (ClusterDecide.Decide(snapshot), ClusterFacts.From(snapshot));
        var (before, after) = (snapshot.Status, decision.Status);
        var step = new ForecastStep(
            new ModelSubject(ModelSubject.Cluster, name), decision.Rule, ClusterRules.For(before.SupervisorStatus).FirstMatch(facts).Then(snapshot, facts).Message,
            before.SupervisorStatus.ToString(), after.SupervisorStatus.ToString(), after.Refusal == before.Refusal ? "" : after.Refusal, decision.Commands);
        return Carry(model.With(cluster with { Snapshot = cluster.Snapshot with { Status = after } }), decision, step, steps);
    }

    static ModelNamespace Job(ModelNamespace model, string name, List<ForecastStep> steps)
    {
        if (model.Jobs.GetValueOrDefault(name) is not { } job) return model;
        var (snapshot, cluster) = (ModelObserving.Job(model, job), model.ClusterOf(job));
        if (cluster is { Supervisor.Presence: not Presence.Present }) return model;
        var (decision, message) = cluster is null ? Detached(snapshot) : Attached(snapshot);
        var (before, after) = (snapshot.Status, decision.Status);
        var step = new ForecastStep(
            new ModelSubject(ModelSubject.Job, name), decision.Rule, message,
            before.SupervisorStatus.ToString(), after.SupervisorStatus.ToString(), after.Refusal == before.Refusal ? "" : after.Refusal, decision.Commands);
        return Carry(model.With(job with { Snapshot = job.Snapshot with { Status = after } }), decision, step, steps);
    }

    static (Decision<JobStatus> Decision, string Message) Attached(JobSnapshot snapshot)
    {
        var facts = JobFacts.From(snapshot);
        return (JobDecide.Decide(snapshot), JobRules.For(snapshot.Status.SupervisorStatus).FirstMatch(facts).Then(snapshot, facts).Message);
    }

    static (Decision<JobStatus> Decision, string Message) Detached(JobSnapshot snapshot)
    {
        var decision = DetachedJobDecide.Decide(snapshot.Metadata, snapshot.Status, clusterExists: false, snapshot.Now);
        return (decision, decision.Status.Decision.Map(last => last.Message).IfNone(""));
    }

    static ModelNamespace Carry<TStatus>(ModelNamespace model, Decision<TStatus> decision, ForecastStep step, List<ForecastStep> steps)
    {
        if (decision.IsQuiet) return model;
        steps.Add(step);
        return decision.Commands.Fold(model, (current, command) => ModelExecuting.Execute(current, step.Subject, command));
    }

    // The bootstrap submits to the JobManager that the submission is meant for.
    static ModelNamespace Submit(ModelNamespace model, string name)
    {
        if (model.Jobs.GetValueOrDefault(name) is not { } job || model.ClusterOf(job) is not { } cluster) return model;
        if (job.Snapshot is not { Bootstrap: { Presence: Presence.Present, HasSucceeded: false, HasFailed: false } bootstrap, Status.Submission.Case: Submission submission }) return model;
        if (bootstrap.JobId != submission.JobId || submission.JobManager != cluster.Snapshot.Status.JobManager) return model;
        return model.With(job with
        {
            Flink = new ModelFlinkJob(submission.JobId, FlinkJobState.Running, submission.JobManager),
            Snapshot = job.Snapshot with { Bootstrap = bootstrap with { HasSucceeded = true } },
        });
    }

    static TimeSpan LongestDelay(ModelNamespace model) =>
        model.Clusters.Values.Select(cluster => ClusterSpecReading.Read(cluster.Spec).Match(spec => spec.RescaleDelay, _ => TimeSpan.Zero))
            .Concat(model.Jobs.Values.Select(job => JobSpecReading.Read(job.Spec).Match(spec => spec.RestartDelay, _ => TimeSpan.Zero)))
            .Append(TimeSpan.FromMinutes(10)).Max() + TimeSpan.FromSeconds(1);
}
