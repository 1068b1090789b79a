namespace Toolbox.Core.Tests.Exploration.Model;

/// <summary>One step of the explored system.</summary>
/// <param name="Text">What happens, for the scenario of a counter-example.</param>
/// <param name="Rule">"Cluster Started: FollowHealth" where a decision was taken, else empty.</param>
/// <param name="Violation">The safety rule that this step breaks, or empty.</param>
readonly record struct Step(string Text, Node After, string Rule = "", string Violation = "", bool HasCommands = false);
