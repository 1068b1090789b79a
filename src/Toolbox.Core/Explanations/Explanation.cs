using LanguageExt;
using Toolbox.Core.Resources;
using Toolbox.Core.RestorePoints;

namespace Toolbox.Core.Explanations;

/// <summary>Why a resource is as it is, and what comes next: everything that a decision looked at and what follows, at one moment.</summary>
/// <param name="Kind">FlinkDeployment, FlinkCluster or FlinkJob.</param>
/// <param name="State">Empty where there is no machine.</param>
/// <param name="NextStates">What the machine permits from here, itself left out.</param>
/// <param name="LastDecision">The one in the status: made by the process that looks after the resource.</param>
/// <param name="Decision">The one that follows from the facts as they are seen from here.</param>
/// <param name="Deadlines">What time alone will change, earliest first.</param>
/// <param name="RestorePoints">Newest first.</param>
/// <param name="Start">Where a job would begin; nothing for other kinds.</param>
/// <param name="Notes">What cannot be told from here, one sentence each.</param>
public sealed record Explanation(
    string Kind, string Namespace, string Name, DateTimeOffset Now, string State, Seq<SupervisorStatus> NextStates, ResourceStatus ResourceStatus,
    Option<LastDecision> LastDecision, Seq<Condition> Conditions, string Refusal, Option<Request> Request, Seq<Look> Looks,
    Seq<NamedFact> Facts, Seq<ExplainedRule> Rules, ExplainedDecision Decision, Seq<Deadline> Deadlines, Seq<RestorePoint> RestorePoints, Option<ExplainedStart> Start,
    Seq<ExplainedPod> Pods, Seq<string> Notes);
