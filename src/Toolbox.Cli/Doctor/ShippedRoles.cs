using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;
using Toolbox.Cli.Sandbox;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Cli.Doctor;

/// <summary>The rights that the roles chart gives to each service account.</summary>
static class ShippedRoles
{
    /// <param name="role">operator, supervisor or bootstrap.</param>
    public static IReadOnlyList<Right> Of(string role) =>
        [.. YamlText.Read(EmbeddedManifests.RulesOf(role)).Items("rules").SelectMany(Rights)];

    static IEnumerable<Right> Rights(JsonObject rule) =>
        from @group in Texts(rule, "apiGroups") from resource in Texts(rule, "resources") from verb in Texts(rule, "verbs") select new Right(@group, resource, verb);

    static IEnumerable<string> Texts(JsonObject rule, string name) => (rule[name] as JsonArray ?? []).Select(item => item.Text());
}
