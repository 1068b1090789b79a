using Toolbox.Core.Commands;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Job;

public static partial class JobRules
{
    /// <summary>Nothing of the job is left but the resource.</summary>
    public static readonly JobRuleTable Terminated = new(SupervisorStatus.Terminated,
        new(nameof(RemoveFinalizer), facts => facts.HasFinalizer, RemoveFinalizer, SupervisorStatus.Terminated),
        new(nameof(NothingToDo), _ => true, NothingToDo, SupervisorStatus.Terminated));

    static JobConclusion RemoveFinalizer(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the finalizer is removed").Do(new Command.Kubernetes.RemoveFinalizer(Finalizers.Supervisor));

    static JobConclusion NothingToDo(JobSnapshot snapshot, JobFacts facts) =>
        snapshot.Stay(Verdict.Reconciling, "the resource is about to go");
}
