namespace Toolbox.Sandbox.Api.Access;

/// <summary>A rule that a user has.</summary>
/// <param name="Origin">The binding, the role and the subject through which: <c>RoleBinding "a/ns" of Role "b" to User "c"</c>.</param>
sealed record GrantedRule(PolicyRule Rule, string Origin);
