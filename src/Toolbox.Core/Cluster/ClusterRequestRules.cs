using Toolbox.Core.Commands;
using Toolbox.Core.Resources;

namespace Toolbox.Core.Cluster;

/// <summary>How every state takes over a request: recorded in the status first, then the annotation is reset, then it is carried out.</summary>
static class ClusterRequestRules
{
    public static ClusterRule RefuseUnknownRequest(SupervisorStatus state) => new(nameof(RefuseUnknownRequest),
        facts => facts.Request == RequestFact.Invalid,
        (snapshot, _) => snapshot.Refuse(Verdict.Reconciling,
                $"requested-action: {Requests.Text(snapshot.Annotation)} is not allowed, use START or STOP")
            .Do(new Command.Kubernetes.ResetRequestedAction(Requests.Text(snapshot.Annotation))), state);

    public static ClusterRule RecordRequest(SupervisorStatus state) => new(nameof(RecordRequest),
        facts => facts.Request == RequestFact.New,
        (snapshot, _) => snapshot.Stay(Verdict.Reconciling,
                Requests.Superseded(snapshot.Annotation, snapshot.Status.Request).IfNone("a request was taken over from the annotation"),
                status => status with
                {
                    Request = Requests.Record(snapshot.Annotation, snapshot.Now),
                    Refusal = Requests.Superseded(snapshot.Annotation, status.Request).IfNone(status.Refusal),
                })
            .Do(new Command.Kubernetes.ResetRequestedAction(Requests.Text(snapshot.Annotation))), state);

    public static ClusterRule ResetRequestedAction(SupervisorStatus state) => new(nameof(ResetRequestedAction),
        facts => facts.Request == RequestFact.NotReset,
        (snapshot, _) => snapshot.Stay(Verdict.Reconciling, "the annotation of a recorded request is reset")
            .Do(new Command.Kubernetes.ResetRequestedAction(Requests.Text(snapshot.Annotation))), state);

    public static ClusterRule RefuseSavepointRequest(SupervisorStatus state) => new(nameof(RefuseSavepointRequest),
        facts => facts.Request is RequestFact.TriggerSavepoint or RequestFact.ForgetSavepoint,
        (snapshot, _) => snapshot.Refuse(Verdict.Reconciling, "savepoints belong to jobs: annotate the FlinkJob instead"), state);

    public static ClusterRule Refuse(string name, SupervisorStatus state, RequestFact request, string reason) => new(name,
        facts => facts.Request == request,
        (snapshot, _) => snapshot.Refuse(Verdict.Reconciling, reason), state, $"facts => facts.Request == RequestFact.{request}");
}
