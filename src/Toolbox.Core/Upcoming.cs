namespace Toolbox.Core;

/// <summary>The rule that will hold as soon as a decision is carried out, and what it says: written at once, it costs no status write of its own.</summary>
public sealed record Upcoming(string Rule, string Message);
