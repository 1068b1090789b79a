using System.Net;

namespace Toolbox.Sandbox.Tests.Api.Access;

/// <summary>What roles allow and what the refusals say.</summary>
public sealed class RoleDecisionTests(RoleServer server) : IClassFixture<RoleServer>
{
    [Fact]
    public async Task Without_a_role_nothing_is_allowed_and_the_refusal_is_that_of_a_real_server()
    {
        var (code, body) = await server.Ask(RoleServer.Alice, "GET", "/api/v1/namespaces/default/pods");
        Assert.Equal(HttpStatusCode.Forbidden, code);
        Assert.Equal("""{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"pods is forbidden: User \u0022alice\u0022 cannot list resource \u0022pods\u0022 in API group \u0022\u0022 in the namespace \u0022default\u0022","reason":"Forbidden","details":{"kind":"pods"},"code":403}""",
            body!.ToJsonString());
        Assert.Equal("nodes \"n\" is forbidden: User \"alice\" cannot get resource \"nodes\" in API group \"\" at the cluster scope", await Refusal("GET", "/api/v1/nodes/n"));
        Assert.Equal("forbidden: User \"alice\" cannot get path \"/metrics\"", await Refusal("GET", "/metrics"));
        Assert.Equal("users \"bob\" is forbidden: User \"alice\" cannot impersonate resource \"users\" in API group \"\" at the cluster scope",
            await Refusal("GET", "/api/v1/pods", "Impersonate-User", "bob"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Ask("wrong", "GET", "/version")).Code);
    }

    [Theory]
    [InlineData("/version", 200, 200)]
    [InlineData("/livez", 200, 200)]
    [InlineData("/api", 200, 403)]
    [InlineData("/apis/apps/v1", 200, 403)]
    [InlineData("/openapi/v3", 200, 403)]
    [InlineData("/metrics", 403, 403)]
    public async Task Discovery_is_for_those_who_are_known(string path, int known, int anonymous)
    {
        Assert.Equal(known, (int)(await server.Ask(RoleServer.Bob, "GET", path)).Code);
        Assert.Equal(anonymous, (int)(await server.Ask(null, "GET", path)).Code);
    }

    [Theory]
    [InlineData("""{"apiGroups":[""],"resources":["configmaps"],"verbs":["list"]}""", "GET", "configmaps", 200)]
    [InlineData("""{"apiGroups":[""],"resources":["configmaps"],"verbs":["list"]}""", "GET", "configmaps?watch=true&timeoutSeconds=1", 403)]
    [InlineData("""{"apiGroups":[""],"resources":["configmaps"],"verbs":["list"]}""", "GET", "configmaps/none", 403)]
    [InlineData("""{"apiGroups":[""],"resources":["configmaps"],"verbs":["get"]}""", "GET", "configmaps/none", 404)]
    [InlineData("""{"apiGroups":[""],"resources":["configmaps"],"verbs":["*"]}""", "DELETE", "configmaps", 200)]
    [InlineData("""{"apiGroups":["apps"],"resources":["configmaps"],"verbs":["*"]}""", "GET", "configmaps", 403)]
    [InlineData("""{"apiGroups":["*"],"resources":["*"],"verbs":["get"]}""", "GET", "pods/none/log", 404)]
    [InlineData("""{"apiGroups":[""],"resources":["pods"],"verbs":["*"]}""", "GET", "pods/none/log", 403)]
    [InlineData("""{"apiGroups":[""],"resources":["pods/log"],"verbs":["get"]}""", "GET", "pods/none/log", 404)]
    [InlineData("""{"apiGroups":[""],"resources":["pods/log"],"verbs":["get"]}""", "GET", "pods/none", 403)]
    [InlineData("""{"apiGroups":[""],"resources":["*/log"],"verbs":["get"]}""", "GET", "pods/none/log", 404)]
    [InlineData("""{"apiGroups":[""],"resources":["*/log"],"verbs":["get"]}""", "GET", "pods/none/status", 403)]
    [InlineData("""{"apiGroups":[""],"resources":["secrets"],"verbs":["get"],"resourceNames":["mine"]}""", "GET", "secrets/mine", 404)]
    [InlineData("""{"apiGroups":[""],"resources":["secrets"],"verbs":["get"],"resourceNames":["mine"]}""", "GET", "secrets/yours", 403)]
    [InlineData("""{"apiGroups":[""],"resources":["secrets"],"verbs":["list"],"resourceNames":["mine"]}""", "GET", "secrets", 403)]
    [InlineData("""{"apiGroups":[""],"resources":["secrets"],"verbs":["list"],"resourceNames":["mine"]}""", "GET", "secrets?fieldSelector=metadata.name%3Dmine", 200)]
    public async Task A_rule_covers_what_it_names(string rule, string method, string path, int code)
    {
        var space = $"rule-{Guid.NewGuid():N}";
        await server.Namespace(space);
        await server.Grant(space, "some", rule, RoleServer.User("bob"));
        var (actual, body) = await server.Ask(RoleServer.Bob, method, $"/api/v1/namespaces/{space}/{path}");
        Assert.True(code == (int)actual, $"{(int)actual}: {body}");
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Ask(RoleServer.Alice, method, $"/api/v1/namespaces/{space}/{path}")).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Ask(RoleServer.Bob, method, $"/api/v1/namespaces/default/{path}")).Code);
    }

    [Fact]
    public async Task Groups_cluster_roles_and_aggregated_roles_count()
    {
        await server.Namespace("groups");
        const string Path = "/api/v1/namespaces/groups/configmaps";
        await server.Bind("groups", "analysts", "ClusterRole", "view", """{"kind":"Group","apiGroup":"rbac.authorization.k8s.io","name":"analysts"}""");
        Assert.Equal(HttpStatusCode.OK, (await server.Ask(RoleServer.Alice, "GET", Path)).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Ask(RoleServer.Alice, "POST", Path, """{"metadata":{"name":"a"}}""")).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Ask(RoleServer.Bob, "GET", Path)).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Ask(RoleServer.Alice, "GET", "/api/v1/configmaps")).Code);
        await server.Do("POST", "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
            """{"metadata":{"name":"bob-edits"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"edit"},"subjects":[{"kind":"User","apiGroup":"rbac.authorization.k8s.io","name":"bob"}]}""");
        Assert.Equal(HttpStatusCode.Created, (await server.Ask(RoleServer.Bob, "POST", Path, """{"metadata":{"name":"a"}}""")).Code);
        Assert.Equal(HttpStatusCode.OK, (await server.Ask(RoleServer.Bob, "GET", "/api/v1/configmaps")).Code);
        await server.Do("DELETE", "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/bob-edits");
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Ask(RoleServer.Bob, "GET", "/api/v1/configmaps")).Code);
    }

    [Fact]
    public async Task A_binding_to_a_role_that_is_not_there_is_told_of()
    {
        await server.Namespace("missing");
        await server.Bind("missing", "b", "Role", "nowhere", RoleServer.User("alice"));
        Assert.Equal(
            "pods is forbidden: User \"alice\" cannot list resource \"pods\" in API group \"\" in the namespace \"missing\": RBAC: role.rbac.authorization.k8s.io \"nowhere\" not found",
            await Refusal("GET", "/api/v1/namespaces/missing/pods"));
    }

    async Task<string?> Refusal(string method, string path, params string[] headers)
    {
        var (code, body) = await server.Ask(RoleServer.Alice, method, path, null, headers);
        Assert.Equal(HttpStatusCode.Forbidden, code);
        return (string?)body!["message"];
    }
}
