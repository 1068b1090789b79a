using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Store;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Access;

/// <summary>Reads the stored roles and bindings: which rules a user has, as the rule resolver of the real server's RBAC authorizer.</summary>
sealed class RoleBook(ApiState state)
{
    const string Group = "rbac.authorization.k8s.io";

    /// <summary>The rules of a user in a namespace, cluster roles included; the cluster's only when <paramref name="namespace"/> is empty.</summary>
    /// <param name="problems">Collects what is wrong with bindings of the user: roles that do not exist.</param>
    public IEnumerable<GrantedRule> RulesOf(UserInformation user, string @namespace, ICollection<string> problems)
    {
        var bindings = Stored("clusterrolebindings").Objects.Values.AsEnumerable();
        if (@namespace.Length > 0) bindings = bindings.Concat(Stored("rolebindings").Objects.Values.Where(binding => binding.Namespace == @namespace));
        foreach (var binding in bindings)
        {
            if (binding.Content.ObjectsAt("subjects").FirstOrDefault(item => RoleSubject.Includes(item, user, binding.Namespace)) is not { } subject) continue;
            var (kind, name) = (binding.Content.TextAt("roleRef", "kind") ?? "", binding.Content.TextAt("roleRef", "name") ?? "");
            if (Role(kind, binding.Namespace, name) is not { } role)
            {
                problems.Add($"{kind.ToLowerInvariant()}.{Group} \"{name}\" not found");
                continue;
            }
            var label = binding.Namespace.Length == 0 ? $"ClusterRoleBinding \"{binding.Name}\"" : $"RoleBinding \"{binding.Name}/{binding.Namespace}\"";
            var origin = $"{label} of {kind} \"{name}\" to {RoleSubject.Describe(subject, binding.Namespace)}";
            foreach (var rule in RulesOf(role)) yield return new GrantedRule(PolicyRule.Read(rule), origin);
        }
    }

    JsonObject? Role(string kind, string @namespace, string name) => kind switch
    {
        "ClusterRole" => Stored("clusterroles").Find("", name)?.Content,
        "Role" when @namespace.Length > 0 => Stored("roles").Find(@namespace, name)?.Content,
        _ => null,
    };

    IEnumerable<JsonObject> RulesOf(JsonObject role) => Parts(role, []).SelectMany(part => part.ObjectsAt("rules"));

    // The real controller manager writes the rules of the selected roles into the role; here they are put together when they are needed.
    IEnumerable<JsonObject> Parts(JsonObject role, HashSet<string> seen)
    {
        if (role.At("aggregationRule") is null) return [role];
        if (!seen.Add(role.TextAt("metadata", "name") ?? "")) return [];
        var selectors = role.ObjectsAt("aggregationRule", "clusterRoleSelectors").Select(LabelSelector.FromObject).ToList();
        return Stored("clusterroles").Objects.Values.Select(item => item.Content)
            .Where(item => selectors.Exists(selector => selector.Matches(item)))
            .SelectMany(item => Parts(item, seen));
    }

    ObjectCollection Stored(string plural) => state.Objects(state.Catalog.View.Require(Group, plural));
}
