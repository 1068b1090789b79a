using System.Text.Json.Nodes;

namespace Toolbox.Manifests.Tests.Charts;

/// <summary>What rendered roles grant to a service account through their bindings.</summary>
sealed class GrantedRights(IReadOnlyList<JsonObject> objects)
{
    /// <summary>In the namespace of the Flink resources.</summary>
    public IReadOnlySet<Right> InNamespace(string account) => Through("RoleBinding", account);

    /// <summary>Everywhere, and of what is in no namespace.</summary>
    public IReadOnlySet<Right> Everywhere(string account) => Through("ClusterRoleBinding", account);

    IReadOnlySet<Right> Through(string kind, string account) =>
        OfKind(kind).Where(binding => Binds(binding, account)).SelectMany(binding => Right.Of(RoleOf(binding))).ToHashSet();

    JsonObject RoleOf(JsonObject binding)
    {
        var role = binding["roleRef"]!;
        return OfKind((string)role["kind"]!).Single(item => Name(item) == (string)role["name"]! && Namespace(item) == Namespace(binding));
    }

    bool Binds(JsonObject binding, string account)
    {
        var known = OfKind("ServiceAccount").Single(item => Name(item) == account);
        return binding["subjects"]!.AsArray().Any(subject => (string)subject!["kind"]! == "ServiceAccount"
            && (string)subject["name"]! == account && (string)subject["namespace"]! == Namespace(known));
    }

    IEnumerable<JsonObject> OfKind(string kind) => objects.Where(item => (string)item["kind"]! == kind);

    static string Name(JsonObject item) => (string)item["metadata"]!["name"]!;

    static string? Namespace(JsonObject item) => (string?)item["metadata"]!["namespace"];
}
