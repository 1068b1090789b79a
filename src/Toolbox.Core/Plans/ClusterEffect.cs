using LanguageExt;

namespace Toolbox.Core.Plans;

/// <summary>What happens to what runs for a FlinkCluster.</summary>
/// <param name="Reason">Why, in the words of the rule that begins it.</param>
/// <param name="TaskManagersBefore">Pods, before and after.</param>
/// <param name="ReplacesSupervisor">The supervisor's pod is replaced; Flink runs on meanwhile.</param>
public sealed record ClusterEffect(
    string Name, PlannedAction Action, string Reason, Seq<PodChange> PodsAdded, Seq<PodChange> PodsRemoved, int TaskManagersBefore, int TaskManagersAfter,
    bool ReplacesSupervisor);
