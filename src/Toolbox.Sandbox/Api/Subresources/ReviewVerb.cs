using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Access;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Verbs;

namespace Toolbox.Sandbox.Api.Subresources;

/// <summary>The reviews of authentication and authorization, which answer at once and are not stored.</summary>
sealed class ReviewVerb(ApiState state)
{
    readonly RulesReview _rules = new(state);

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
            "SelfSubjectRulesReview" => _rules.Review(body, call.User),
            "SelfSubjectAccessReview" => Access(body, call.User),
            "TokenReview" => Token(body),
            _ => Access(body, Subject(body)),
        };
        return new Answer.Plain(201, body);
    }

    JsonObject Access(JsonObject body, UserInformation user)
    {
        if (body.At("spec", "resourceAttributes") is null == body.At("spec", "nonResourceAttributes") is null)
            throw Refuse.BadRequest("exactly one of resourceAttributes and nonResourceAttributes must be given");
        var decision = state.Authorizer.Decide(AccessRequest.Of(user, body.Child("spec")));
        var status = new JsonObject { ["allowed"] = decision.Allowed };
        if (decision.Reason.Length > 0) status["reason"] = decision.Reason;
        return status;
    }

    // Without evaluation of roles, only the administrator and service accounts are known by their names.
    static UserInformation Subject(JsonObject body)
    {
        var (name, groups) = (body.TextAt("spec", "user") ?? "", body.TextsAt("spec", "groups").ToList());
        if (name.Length == 0 && groups.Count == 0) throw Refuse.BadRequest("at least one of user or group must be specified");
        return new UserInformation(name, body.TextAt("spec", "uid") ?? "", groups,
            UserInformation.AccountOf(name) is not null || name == Authentication.AdministratorName || groups.Contains("system:serviceaccounts"));
    }

    JsonObject Token(JsonObject body)
    {
        var audiences = body.TextsAt("spec", "audiences").ToList();
        var known = state.Authentication.Find(body.TextAt("spec", "token") ?? "", audiences.Count > 0 ? audiences : [AccountTokens.Issuer]);
        return known is { } found
            ? new JsonObject { ["authenticated"] = true, ["user"] = Describe(found.User), ["audiences"] = found.Audiences.ToJsonArray() }
            : new JsonObject { ["user"] = new JsonObject(), ["error"] = "[invalid bearer token]" };
    }

    static JsonObject Describe(UserInformation user)
    {
        var information = new JsonObject { ["username"] = user.Name };
        if (user.Uid.Length > 0) information["uid"] = user.Uid;
        information["groups"] = user.Groups.ToJsonArray();
        return information;
    }
}
