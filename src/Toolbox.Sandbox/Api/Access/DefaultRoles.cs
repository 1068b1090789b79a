using System.Reflection;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Access;

/// <summary>Puts the roles and bindings into a fresh server that kube-apiserver makes at its start.</summary>
static class DefaultRoles
{
    const string Group = "rbac.authorization.k8s.io", ApiVersion = Group + "/v1", File = "default-roles.yaml";

    public static void Create(ApiState state)
    {
        foreach (var role in YamlText.Read(Text())!.AsArray().OfType<JsonObject>())
        {
            Put(state, "clusterroles", Role(state, role));
            if (role.TextsAt("subjects").Any()) Put(state, "clusterrolebindings", Binding(state, role));
        }
    }

    static JsonObject Role(ApiState state, JsonObject role)
    {
        var result = Start(state, "ClusterRole", role);
        if (role.TextsAt("aggregates").ToList() is { Count: > 0 } labels)
        {
            result["aggregationRule"] = new JsonObject
            {
                ["clusterRoleSelectors"] = new JsonArray([.. labels.Select(label => (JsonNode)new JsonObject { ["matchLabels"] = new JsonObject { [label] = "true" } })]),
            };
        }
        result["rules"] = role["rules"]?.DeepClone();
        return result;
    }

    static JsonObject Binding(ApiState state, JsonObject role)
    {
        var result = Start(state, "ClusterRoleBinding", role);
        result["roleRef"] = new JsonObject { ["apiGroup"] = Group, ["kind"] = "ClusterRole", ["name"] = role.TextAt("name") };
        result["subjects"] = new JsonArray([.. role.TextsAt("subjects").Select(group => (JsonNode)new JsonObject { ["kind"] = "Group", ["apiGroup"] = Group, ["name"] = group })]);
        return result;
    }

    static JsonObject Start(ApiState state, string kind, JsonObject role)
    {
        var labels = role["labels"]?.DeepClone().AsObject() ?? [];
        labels["kubernetes.io/bootstrapping"] = "rbac-defaults";
        return new JsonObject
        {
            ["kind"] = kind,
            ["apiVersion"] = ApiVersion,
            ["metadata"] = new JsonObject
            {
                ["name"] = role.TextAt("name"),
                ["uid"] = Guid.NewGuid().ToString(),
                ["creationTimestamp"] = state.Now,
                ["labels"] = labels,
                ["annotations"] = new JsonObject { ["rbac.authorization.kubernetes.io/autoupdate"] = "true" },
            },
        };
    }

    // What a data directory has kept stays as it was.
    static void Put(ApiState state, string plural, JsonObject content)
    {
        var collection = state.Objects(state.Catalog.View.Require(Group, plural));
        if (collection.Find("", content.TextAt("metadata", "name")!) is null) state.Store.Put(collection, content, null, typed: true);
    }

    static string Text()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(File) ?? throw new InvalidOperationException($"The assembly does not carry {File}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
