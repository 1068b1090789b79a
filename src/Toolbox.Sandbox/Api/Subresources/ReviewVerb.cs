using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Verbs;

namespace Toolbox.Sandbox.Api.Subresources;

/// <summary>The reviews of authentication and authorization, which answer at once and are not stored.</summary>
sealed class ReviewVerb(ApiState state)
{
    public static bool Handles(ResourceType type) => type.Group is "authentication.k8s.io" or "authorization.k8s.io";

    public async Task<Answer> HandleAsync(ApiCall call, ResourceType type)
    {
        var options = WriteOptions.Parse(call, "CreateOptions");
        var body = BodyReader.Object(call, await call.ReadBodyAsync(), type, options.FieldValidation);
        if (type.Kind is "SelfSubjectReview") body.Child("metadata")["creationTimestamp"] = state.Now;
        else if (type.Kind != "SelfSubjectRulesReview") ManagedFieldTracking.Record(type, null, body, options, "", state.Now);
        body.Child("metadata");
        body["status"] = type.Kind switch
        {
            "SelfSubjectReview" => new JsonObject { ["userInfo"] = Describe(call.User) },
            "SelfSubjectRulesReview" => Rules(body),
            "SelfSubjectAccessReview" => Access(body, call.User.MayDoEverything),
            "TokenReview" => Token(body),
            _ => Access(body, MayDoEverything(body)),
        };
        return new Answer.Plain(201, body);
    }

    static JsonObject Access(JsonObject body, bool allowed)
    {
        if (body.At("spec", "resourceAttributes") is null && body.At("spec", "nonResourceAttributes") is null)
            throw Refuse.BadRequest("exactly one of resourceAttributes and nonResourceAttributes must be given");
        return new JsonObject { ["allowed"] = allowed };
    }

    // Roles are not evaluated: service accounts and masters may do everything, strangers nothing.
    static bool MayDoEverything(JsonObject body) =>
        body.TextAt("spec", "user")?.StartsWith("system:serviceaccount:", StringComparison.Ordinal) == true || body.TextAt("spec", "user") == "kubernetes-admin"
        || body.TextsAt("spec", "groups").Any(group => group is "system:masters" or "system:serviceaccounts");

    JsonObject Token(JsonObject body)
    {
        var user = state.Authentication.Find(body.TextAt("spec", "token") ?? "");
        return user is null
            ? new JsonObject { ["user"] = new JsonObject(), ["error"] = "[invalid bearer token]" }
            : new JsonObject { ["authenticated"] = true, ["user"] = Describe(user), ["audiences"] = body.At("spec", "audiences")?.DeepClone() ?? new JsonArray("https://kubernetes.default.svc") };
    }

    static JsonObject Describe(UserInformation user)
    {
        var information = new JsonObject { ["username"] = user.Name };
        if (user.Uid.Length > 0) information["uid"] = user.Uid;
        information["groups"] = user.Groups.ToJsonArray();
        return information;
    }

    static JsonObject Rules(JsonObject body)
    {
        body["spec"] = new JsonObject();
        return new JsonObject
        {
            ["resourceRules"] = new JsonArray(
                Resources(["*"], ["*"], ["*"]),
                Resources(["create"], ["authorization.k8s.io"], ["selfsubjectaccessreviews", "selfsubjectrulesreviews"]),
                Resources(["create"], ["authentication.k8s.io"], ["selfsubjectreviews"])),
            ["nonResourceRules"] = new JsonArray(
                Urls(["get"], ["/healthz", "/livez", "/readyz", "/version", "/version/"]),
                Urls(["*"], ["*"]),
                Urls(["get"], ["/.well-known", "/.well-known/*"]),
                Urls(["get"], ["/api", "/api/*", "/apis", "/apis/*", "/healthz", "/livez", "/openapi", "/openapi/*", "/readyz", "/version", "/version/"])),
            ["incomplete"] = false,
        };
    }

    static JsonObject Resources(string[] verbs, string[] groups, string[] resources) => new()
    {
        ["verbs"] = verbs.ToJsonArray(), ["apiGroups"] = groups.ToJsonArray(), ["resources"] = resources.ToJsonArray(),
    };

    static JsonObject Urls(string[] verbs, string[] urls) => new() { ["verbs"] = verbs.ToJsonArray(), ["nonResourceURLs"] = urls.ToJsonArray() };
}
