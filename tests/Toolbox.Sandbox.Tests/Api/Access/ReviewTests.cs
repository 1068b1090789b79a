using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.Api.Access;

/// <summary>Reviews by which others ask the server who somebody is and what they may do.</summary>
public sealed class ReviewTests(RoleServer server) : IClassFixture<RoleServer>
{
    const string Pods = """{"apiGroups":[""],"resources":["pods"],"verbs":["get","list"]}""";

    [Fact]
    public async Task An_access_review_gives_the_role_that_allows()
    {
        await server.Namespace("access");
        await server.Grant("access", "looks", Pods, RoleServer.User("alice"));
        var allowed = await Review(server.Server.BearerToken, "subjectaccessreviews", """{"user":"alice","resourceAttributes":{"namespace":"access","verb":"list","resource":"pods"}}""");
        Assert.Equal("""{"allowed":true,"reason":"RBAC: allowed by RoleBinding \u0022looks/access\u0022 of Role \u0022looks\u0022 to User \u0022alice\u0022"}""", allowed!.ToJsonString());
        var refused = await Review(server.Server.BearerToken, "subjectaccessreviews", """{"user":"alice","resourceAttributes":{"namespace":"access","verb":"delete","resource":"pods"}}""");
        Assert.Equal("""{"allowed":false}""", refused!.ToJsonString());
        Assert.Null(await Review(RoleServer.Alice, "subjectaccessreviews", """{"user":"alice","resourceAttributes":{"verb":"list","resource":"pods"}}"""));
        var own = await Review(RoleServer.Alice, "selfsubjectaccessreviews", """{"resourceAttributes":{"namespace":"access","verb":"get","resource":"pods","subresource":"log"}}""");
        Assert.False((bool)own!["allowed"]!);
        Assert.True((bool)(await Review(RoleServer.Alice, "selfsubjectaccessreviews", """{"nonResourceAttributes":{"verb":"get","path":"/apis/apps"}}"""))!["allowed"]!);
        Assert.True((bool)(await Review(server.Server.BearerToken, "subjectaccessreviews", """{"groups":["system:masters"],"resourceAttributes":{"verb":"list","resource":"nodes"}}"""))!["allowed"]!);
    }

    [Fact]
    public async Task A_rules_review_lists_all_that_one_has()
    {
        await server.Namespace("listed");
        await server.Grant("listed", "looks", Pods, RoleServer.User("bob"));
        var status = await Review(RoleServer.Bob, "selfsubjectrulesreviews", """{"namespace":"listed"}""");
        var rules = status!["resourceRules"]!.AsArray().Select(rule => rule!.ToJsonString()).ToList();
        Assert.Contains("""{"verbs":["get","list"],"apiGroups":[""],"resources":["pods"]}""", rules);
        Assert.Contains("""{"verbs":["create"],"apiGroups":["authentication.k8s.io"],"resources":["selfsubjectreviews"]}""", rules);
        Assert.DoesNotContain(rules, rule => rule.Contains("\"*\"", StringComparison.Ordinal));
        Assert.False((bool)status["incomplete"]!);
    }

    [Fact]
    public async Task A_token_review_tells_users_and_service_accounts_apart()
    {
        Assert.Equal("alice", (string?)(await Token(RoleServer.Alice))["user"]!["username"]);
        await server.Do("POST", "/api/v1/namespaces/default/serviceaccounts", """{"metadata":{"name":"robot"}}""");
        var token = (string)(await server.Do("POST", "/api/v1/namespaces/default/serviceaccounts/robot/token", "{}"))["status"]!["token"]!;
        var account = await Token(token);
        Assert.True((bool)account["authenticated"]!);
        Assert.Equal("system:serviceaccount:default:robot", (string?)account["user"]!["username"]);
        Assert.Equal("""["system:serviceaccounts","system:serviceaccounts:default","system:authenticated"]""", account["user"]!["groups"]!.ToJsonString());
        Assert.Equal("[invalid bearer token]", (string?)(await Token("nonsense"))["error"]);
        // Another signature, other claims, another algorithm.
        var parts = token.Split('.');
        foreach (var forged in new[] { $"{parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}", $"{parts[0]}.{parts[1]}A.{parts[2]}", $"eyJhbGciOiJub25lIn0.{parts[1]}.", $"{parts[0]}.{parts[1]}.%%" })
            Assert.Equal("[invalid bearer token]", (string?)(await Token(forged))["error"]);
        await server.Do("DELETE", "/api/v1/namespaces/default/serviceaccounts/robot");
        Assert.Equal("[invalid bearer token]", (string?)(await Token(token))["error"]);
    }

    async Task<JsonNode> Token(string token) => (await server.Do("POST", "/apis/authentication.k8s.io/v1/tokenreviews",
        new JsonObject { ["apiVersion"] = "authentication.k8s.io/v1", ["kind"] = "TokenReview", ["spec"] = new JsonObject { ["token"] = token } }.ToJsonString()))["status"]!;

    /// <summary>Null when the review itself is not allowed.</summary>
    async Task<JsonNode?> Review(string token, string plural, string spec)
    {
        var (code, body) = await server.Ask(token, "POST", $"/apis/authorization.k8s.io/v1/{plural}", $$"""{"spec":{{spec}}}""");
        Assert.True((int)code is 201 or 403, $"{code} {body}");
        return body!["status"] as JsonObject;
    }
}
