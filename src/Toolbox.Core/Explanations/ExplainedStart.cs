using LanguageExt;

namespace Toolbox.Core.Explanations;

/// <summary>Where a job would begin if it were started now.</summary>
/// <param name="RestorePoint">Path of the savepoint or checkpoint; nothing for an empty start.</param>
/// <param name="Sentence">Which one it is and why, or why it begins empty.</param>
public sealed record ExplainedStart(Option<string> RestorePoint, string Sentence);
