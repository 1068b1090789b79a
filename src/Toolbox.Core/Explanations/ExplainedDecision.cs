using LanguageExt;

namespace Toolbox.Core.Explanations;

/// <summary>What would be decided right now.</summary>
/// <param name="Message">One sentence: what is done, or what is waited for.</param>
/// <param name="State">The state that follows; empty where there is no machine.</param>
/// <param name="Commands">In their order, as text.</param>
/// <param name="WakeAt">When it is looked at again at the latest, if nothing happens before.</param>
public sealed record ExplainedDecision(
    string Rule, Verdict Verdict, string Message, string State, Seq<string> Commands, Option<DateTimeOffset> WakeAt);
