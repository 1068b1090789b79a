namespace Toolbox.Sandbox.Api.Access;

/// <summary>Whether a request may go on.</summary>
/// <param name="Reason">The role that allows it, or what is wrong with the bindings; may be empty.</param>
sealed record AccessDecision(bool Allowed, string Reason);
