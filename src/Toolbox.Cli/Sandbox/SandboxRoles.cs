namespace Toolbox.Cli.Sandbox;

/// <summary>The roles of the chart and their bindings, for the sandbox: all service accounts are in Flink's namespace there.</summary>
static class SandboxRoles
{
    static readonly string[] Roles = ["operator", "supervisor", "bootstrap"];

    /// <summary>YAML, one role with its binding each.</summary>
    public static IEnumerable<string> Of(string @namespace) => Roles.Select(role => $$"""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: flink-{{role}}, namespace: {{@namespace}}}
        {{EmbeddedManifests.RulesOf(role)}}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: flink-{{role}}, namespace: {{@namespace}}}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: flink-{{role}}}
        subjects: [{kind: ServiceAccount, name: flink-{{role}}, namespace: {{@namespace}}}]
        """);
}
