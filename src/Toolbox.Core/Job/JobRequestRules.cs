using System.Runtime.CompilerServices;
using Toolbox.Core.Commands;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Job;

/// <summary>How every state takes over a request: recorded in the status first, then the annotation is reset, then it is carried out.</summary>
static class JobRequestRules
{
    public static JobRule RefuseUnknownRequest(SupervisorStatus state) => new(nameof(RefuseUnknownRequest),
        facts => facts.Request == RequestFact.Invalid,
        (snapshot, _) => snapshot.Refuse(Verdict.Reconciling, $"requested-action: {Requests.Text(snapshot.Annotation)} is not allowed, "
                + "use START, STOP, TRIGGER_SAVEPOINT or FORGET_SAVEPOINT")
            .Do(new Command.Kubernetes.ResetRequestedAction(Requests.Text(snapshot.Annotation))), state);

    public static JobRule RecordRequest(SupervisorStatus state) => new(nameof(RecordRequest),
        facts => facts.Request == RequestFact.New,
        (snapshot, _) => snapshot.Stay(Verdict.Reconciling,
                Requests.Superseded(snapshot.Annotation, snapshot.Status.Request).IfNone("a request was taken over from the annotation"),
                status => status with
                {
                    Request = Requests.Record(snapshot.Annotation, snapshot.Now),
                    Refusal = Requests.Superseded(snapshot.Annotation, status.Request).IfNone(status.Refusal),
                })
            .Do(new Command.Kubernetes.ResetRequestedAction(Requests.Text(snapshot.Annotation))), state);

    public static JobRule ResetRequestedAction(SupervisorStatus state) => new(nameof(ResetRequestedAction),
        facts => facts.Request == RequestFact.NotReset,
        (snapshot, _) => snapshot.Stay(Verdict.Reconciling, "the annotation of a recorded request is reset")
            .Do(new Command.Kubernetes.ResetRequestedAction(Requests.Text(snapshot.Annotation))), state);

    public static JobRule Refuse(
        string name, SupervisorStatus state, Func<JobFacts, bool> when, string reason, [CallerArgumentExpression(nameof(when))] string condition = "") =>
        new(name, when, (snapshot, _) => snapshot.Refuse(Verdict.Reconciling, reason), state, condition);
}
