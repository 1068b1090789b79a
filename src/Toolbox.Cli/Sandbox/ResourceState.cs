namespace Toolbox.Cli.Sandbox;

/// <summary>One line of the sandbox's progress: a resource and how far it is.</summary>
/// <param name="State">The words that matter, for example <c>Updated / Started / HEALTHY</c>.</param>
/// <param name="Detail">What is waited for, or the numbers that matter.</param>
/// <param name="IsReady">It is as far as it shall get.</param>
sealed record ResourceState(string Kind, string Name, string State, string Detail, bool IsReady);
