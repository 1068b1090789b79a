using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Store;
using Toolbox.Sandbox.Api.Verbs;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Subresources;

/// <summary>Issues tokens for service accounts: signed JSON web tokens that this server accepts until they expire.</summary>
sealed class TokenVerb(ApiState state)
{
    const string Issuer = "https://kubernetes.default.svc";
    const string Kind = "TokenRequest";
    const string Group = "authentication.k8s.io";
    const long DefaultSeconds = 3600;
    const long Shortest = 600;
    const long Longest = 1L << 32;

    static readonly FieldSchema Fields = CoreSchemas.Find(Group + "/v1", Kind)!;
    static readonly ResourceType Type = new() { Group = Group, Version = "v1", Plural = "tokenrequests", Singular = "tokenrequest", Kind = Kind, Namespaced = true };

    readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

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
        spec["expirationSeconds"] = seconds;
        body["kind"] = Kind;
        body["apiVersion"] = Group + "/v1";
        ManagedFieldTracking.Record(Type, null, body, options, "token", state.Now);
        if (!spec.TextsAt("audiences").Any()) spec["audiences"] = new JsonArray(Issuer);
        return new Answer.Plain(201, Issued(body, account, seconds));
    }

    JsonObject Issued(JsonObject body, StoredObject account, long seconds)
    {
        var now = state.Clock.GetUtcNow();
        var expires = now.AddSeconds(seconds);
        var name = $"system:serviceaccount:{account.Namespace}:{account.Name}";
        var uid = account.Content.TextAt("metadata", "uid") ?? "";
        var token = Sign(new JsonObject
        {
            ["aud"] = body.At("spec", "audiences")!.DeepClone(),
            ["exp"] = expires.ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["iss"] = Issuer,
            ["jti"] = Guid.NewGuid().ToString(),
            ["kubernetes.io"] = new JsonObject
            {
                ["namespace"] = account.Namespace,
                ["serviceaccount"] = new JsonObject { ["name"] = account.Name, ["uid"] = uid },
            },
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["sub"] = name,
        });
        string[] groups = ["system:serviceaccounts", $"system:serviceaccounts:{account.Namespace}", "system:authenticated"];
        state.Authentication.Issue(token, new UserInformation(name, uid, groups, true), expires);
        var metadata = new JsonObject { ["name"] = account.Name, ["namespace"] = account.Namespace, ["uid"] = uid, ["creationTimestamp"] = state.Now };
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

    string Sign(JsonObject claims)
    {
        var header = Base64Url.EncodeToString("""{"alg":"ES256","kid":"toolbox-sandbox"}"""u8);
        var text = $"{header}.{Base64Url.EncodeToString(JsonText.Write(claims))}";
        lock (_key) return $"{text}.{Base64Url.EncodeToString(_key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256))}";
    }
}
