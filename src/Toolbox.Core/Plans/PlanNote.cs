namespace Toolbox.Core.Plans;

/// <summary>One sentence about one resource: a refusal, an error, why it stalls.</summary>
/// <param name="About">Kind and name.</param>
public sealed record PlanNote(string About, string Text);
