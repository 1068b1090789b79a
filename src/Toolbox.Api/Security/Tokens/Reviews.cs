using System.Text.Json.Nodes;
using Toolbox.KubernetesApi;

namespace Toolbox.Api.Security.Tokens;

/// <summary>The two questions to the API server: whose token is this, and may they do that.</summary>
/// <remarks>https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/token-review-v1/</remarks>
sealed class Reviews(KubernetesApiClient client)
{
    const string Group = "nextbreakpoint.com";

    static readonly ResourceType<JsonObject> Tokens = ResourceTypes.Json("authentication.k8s.io", "v1", "tokenreviews", "TokenReview", namespaced: false);
    static readonly ResourceType<JsonObject> Access = ResourceTypes.Json("authorization.k8s.io", "v1", "subjectaccessreviews", "SubjectAccessReview", namespaced: false);

    /// <summary>Ok with null: nobody's.</summary>
    public async Task<(bool Ok, TokenUser? User, string Reason)> WhoIs(string token, CancellationToken cancellation)
    {
        var answer = await client.Create(Tokens, null, Review("authentication.k8s.io/v1", "TokenReview", new JsonObject { ["token"] = token }), cancellation: cancellation);
        if (!answer.IsOk(out var review)) return (false, null, answer.Describe());
        var known = Is(review["status"]?["authenticated"]);
        return (true, known ? TokenUser.Read(review["status"]?["user"]) : null, "");
    }

    public async Task<(bool Ok, bool Allowed, string Reason)> May(TokenUser user, AccessRequest request, CancellationToken cancellation)
    {
        var answer = await client.Create(Access, null, Review("authorization.k8s.io/v1", "SubjectAccessReview", Spec(user, request)), cancellation: cancellation);
        return answer.IsOk(out var review)
            ? (true, Is(review["status"]?["allowed"]) && !Is(review["status"]?["denied"]), (string?)review["status"]?["reason"] ?? "")
            : (false, false, answer.Describe());
    }

    static JsonObject Spec(TokenUser user, AccessRequest request)
    {
        var attributes = new JsonObject { ["group"] = Group, ["resource"] = request.Resource, ["verb"] = request.Verb, ["namespace"] = request.Namespace };
        if (request.Subresource.Length > 0) attributes["subresource"] = request.Subresource;
        if (request.Name.Length > 0) attributes["name"] = request.Name;
        var groups = new JsonArray();
        foreach (var group in user.Groups) groups.Add((JsonNode)JsonValue.Create(group));
        return new JsonObject { ["user"] = user.Name, ["uid"] = user.Uid, ["groups"] = groups, ["extra"] = user.Extra.DeepClone(), ["resourceAttributes"] = attributes };
    }

    static JsonObject Review(string version, string kind, JsonObject spec) => new() { ["apiVersion"] = version, ["kind"] = kind, ["metadata"] = new JsonObject(), ["spec"] = spec };

    static bool Is(JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;
}
