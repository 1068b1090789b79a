using System.Globalization;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Access;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Store;
using Toolbox.Sandbox.Api.Verbs;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Subresources;

/// <summary>Issues tokens for service accounts: signed JSON web tokens that this server accepts until they expire, or their account or pod is gone.</summary>
sealed class TokenVerb(ApiState state)
{
    const string Kind = "TokenRequest";
    const string Group = "authentication.k8s.io";
    const long DefaultSeconds = 3600;
    const long Shortest = 600;
    const long Longest = 1L << 32;

    static readonly FieldSchema Fields = CoreSchemas.Find(Group + "/v1", Kind)!;
    static readonly ResourceType Type = new() { Group = Group, Version = "v1", Plural = "tokenrequests", Singular = "tokenrequest", Kind = Kind, Namespaced = true };

    public async Task<Answer> HandleAsync(ApiCall call, ResourceType accounts)
    {
        var target = call.Target;
        var options = WriteOptions.Parse(call, "CreateOptions");
        var body = BodyReader.Other(call, await call.ReadBodyAsync(), Kind, Fields);
        var account = state.Objects(accounts).Find(target.Namespace, target.Name) ?? throw Refuse.NotFound(accounts, target.Name);
        var spec = body.Child("spec");
        var seconds = spec.NumberAt("expirationSeconds") ?? DefaultSeconds;
        if (seconds is < Shortest or > Longest)
            throw Refuse.Invalid(Group, Kind, body.TextAt("metadata", "name") ?? "", [FieldError.Invalid("spec.expirationSeconds", seconds,
                seconds < Shortest ? "may not specify a duration less than 10 minutes" : "may not specify a duration larger than 2^32 seconds")]);
        var pod = BoundPod(spec, account);
        spec["expirationSeconds"] = seconds;
        body["kind"] = Kind;
        body["apiVersion"] = Group + "/v1";
        ManagedFieldTracking.Record(Type, null, body, options, "token", state.Now);
        if (!spec.TextsAt("audiences").Any()) spec["audiences"] = new JsonArray(AccountTokens.Issuer);
        return new Answer.Plain(201, Issued(body, account, pod, seconds));
    }

    JsonObject Issued(JsonObject body, StoredObject account, StoredObject? pod, long seconds)
    {
        var now = state.Clock.GetUtcNow();
        var expires = now.AddSeconds(seconds);
        var token = state.Tokens.Sign(new JsonObject
        {
            ["aud"] = body.At("spec", "audiences")!.DeepClone(),
            ["exp"] = expires.ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["iss"] = AccountTokens.Issuer,
            ["jti"] = Guid.NewGuid().ToString(),
            [AccountLookup.Claims] = Claims(account, pod),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["sub"] = UserInformation.AccountName(account.Namespace, account.Name),
        });
        var metadata = new JsonObject { ["name"] = account.Name, ["namespace"] = account.Namespace, ["uid"] = Uid(account), ["creationTimestamp"] = state.Now };
        if (body.At("metadata", "managedFields") is { } managed) metadata["managedFields"] = managed.DeepClone();
        var spec = body.Child("spec").Copy();
        spec.SetDefault("boundObjectRef", null);
        return new JsonObject
        {
            ["kind"] = Kind,
            ["apiVersion"] = Group + "/v1",
            ["metadata"] = metadata,
            ["spec"] = spec,
            ["status"] = new JsonObject
            {
                ["token"] = token,
                ["expirationTimestamp"] = expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            },
        };
    }

    /// <summary>The pod of spec.boundObjectRef; null when there is none. Other kinds are refused.</summary>
    StoredObject? BoundPod(JsonObject spec, StoredObject account)
    {
        if (spec.At("boundObjectRef") is not JsonObject reference) return null;
        var (kind, name) = (reference.TextAt("kind") ?? "", reference.TextAt("name") ?? "");
        if (kind != "Pod") throw Refuse.BadRequest($"cannot bind token to object of type {reference.TextAt("apiVersion")}, Kind={kind}");
        var pods = state.Catalog.View.Require("", "pods");
        var pod = state.Objects(pods).Find(account.Namespace, name) ?? throw Refuse.NotFound(pods, name);
        if ((pod.Content.TextAt("spec", "serviceAccountName") is { Length: > 0 } own ? own : "default") != account.Name)
            throw Refuse.BadRequest($"cannot bind token for serviceaccount \"{account.Name}\" to pod running with different serviceaccount name.");
        if (reference.TextAt("uid") is { Length: > 0 } uid && uid != Uid(pod))
            throw Refuse.Conflict(pods, name, $"the UID in the bound object reference ({uid}) does not match the UID in record. The object might have been deleted and then recreated");
        return pod;
    }

    static JsonObject Claims(StoredObject account, StoredObject? pod)
    {
        var claims = new JsonObject { ["namespace"] = account.Namespace };
        if (pod is not null) claims["pod"] = new JsonObject { ["name"] = pod.Name, ["uid"] = Uid(pod) };
        claims["serviceaccount"] = new JsonObject { ["name"] = account.Name, ["uid"] = Uid(account) };
        return claims;
    }

    static string Uid(StoredObject item) => item.Content.TextAt("metadata", "uid") ?? "";
}
