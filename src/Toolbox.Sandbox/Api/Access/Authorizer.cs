using Toolbox.Sandbox.Api.Refusals;

namespace Toolbox.Sandbox.Api.Access;

/// <summary>Decides who may do what. It is asked before routing, as in the real server: who may not do a thing does not learn whether it exists.</summary>
sealed class Authorizer(AuthorizationMode mode, RoleBook roles)
{
    public const string Masters = "system:masters";

    static readonly string[] Open = ["/healthz", "/livez", "/readyz", "/version", "/version/"];

    public bool EvaluatesRoles => mode == AuthorizationMode.RBAC;

    public AccessDecision Decide(AccessRequest request)
    {
        if (request.User.Groups.Contains(Masters)) return new AccessDecision(true, "");
        return mode switch
        {
            AuthorizationMode.AlwaysAllow => new AccessDecision(request.User.IsKnown || (!request.IsResource && IsOpen(request.Path)), ""),
            AuthorizationMode.RBAC => ByRoles(request),
            _ => throw new ArgumentOutOfRangeException(nameof(request), mode, "unknown authorization mode"),
        };
    }

    /// <exception cref="RequestRefused">403 with the words of the real server.</exception>
    public AccessDecision Require(AccessRequest request)
    {
        var decision = Decide(request);
        if (decision.Allowed) return decision;
        throw request.IsResource
            ? Refuse.Forbidden(request.Group, request.Resource, request.Name, request.Refusal(decision.Reason))
            : new RequestRefused(403, "Forbidden", $"forbidden: {request.Refusal(decision.Reason)}", []);
    }

    AccessDecision ByRoles(AccessRequest request)
    {
        var problems = new List<string>();
        var granted = roles.RulesOf(request.User, request.Namespace, problems).FirstOrDefault(item => item.Rule.Allows(request));
        if (granted is not null) return new AccessDecision(true, $"RBAC: allowed by {granted.Origin}");
        return new AccessDecision(false, problems.Count switch
        {
            0 => "",
            1 => $"RBAC: {problems[0]}",
            _ => $"RBAC: [{string.Join(", ", problems.Distinct())}]",
        });
    }

    static bool IsOpen(string path) => Open.Contains(path) || path.StartsWith("/livez/", StringComparison.Ordinal) || path.StartsWith("/readyz/", StringComparison.Ordinal);
}
