namespace Toolbox.Core.Tests.Exploration;

/// <summary>What came of an exploration.</summary>
/// <param name="LongestCalmPath">Steps from any state to rest once nothing disturbs any more.</param>
/// <param name="Rules">The rules that decided at least once, as "Job Started: FollowJob".</param>
/// <param name="Transitions">The changes of state that were made, as "Job Started -> Stopping".</param>
/// <param name="CounterExamples">Shortest scenarios, one for each way in which a rule of safety is broken or rest is never reached.</param>
sealed record Exploration(
    string Setting, TimeSpan Elapsed, int States, long Edges, int LongestCalmPath, IReadOnlySet<string> Rules, IReadOnlySet<string> Transitions, IReadOnlyList<string> CounterExamples);
