using Toolbox.Core.Resources;

namespace Toolbox.Core;

/// <summary>
/// One row of a rule table: a name, a condition over facts, a conclusion, and the states that the conclusion may lead to.
/// The name is the sentence in PascalCase; it is the event's reason, the metric's label and the edge of the graph.
/// </summary>
public sealed record Rule<TSnapshot, TFacts, TStatus>(
    string Name, Func<TFacts, bool> When, Func<TSnapshot, TFacts, Conclusion<TStatus>> Then, params SupervisorStatus[] LeadsTo);
