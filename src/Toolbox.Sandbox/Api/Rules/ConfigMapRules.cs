using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Rules;

/// <summary>ConfigMaps and Secrets: keys, size, immutability, and a Secret's type and stringData.</summary>
sealed partial class ConfigMapRules(bool secret) : KindRules
{
    const int Limit = 1024 * 1024;

    static readonly Dictionary<string, string[]> RequiredKeys = new(StringComparer.Ordinal)
    {
        ["kubernetes.io/basic-auth"] = ["username", "password"],
        ["kubernetes.io/ssh-auth"] = ["ssh-privatekey"],
        ["kubernetes.io/tls"] = ["tls.crt", "tls.key"],
        ["kubernetes.io/dockerconfigjson"] = [".dockerconfigjson"],
    };

    public override void Default(JsonObject item)
    {
        if (!secret) return;
        if (item["stringData"] is JsonObject texts)
        {
            foreach (var (key, value) in texts)
            {
                item.Child("data")[key] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(value.AsText() ?? ""));
            }
            item.Remove("stringData");
        }
        item.SetDefault("type", "Opaque");
    }

    public override void PrepareForCreate(JsonObject item, RuleContext context)
    {
    }

    public override void PrepareForUpdate(JsonObject next, JsonObject live, string subresource, RuleContext context)
    {
        if (secret && string.IsNullOrEmpty(next.TextAt("type"))) next["type"] = live.TextAt("type");
    }

    public override IEnumerable<FieldError> Validate(JsonObject item, JsonObject? live, RuleContext context)
    {
        if (live is not null && live.FlagAt("immutable") == true)
        {
            if (item.FlagAt("immutable") != true) yield return FieldError.Forbidden("immutable", "field is immutable when `immutable` is set");
            foreach (var member in (string[])["data", "binaryData"])
            {
                if (!item.At(member).SameAs(live.At(member))) yield return FieldError.Forbidden(member, "field is immutable when `immutable` is set");
            }
        }
        if (secret && live is not null && item.TextAt("type") != live.TextAt("type"))
            yield return FieldError.Invalid("type", item.TextAt("type"), "field is immutable");
        foreach (var error in Data(item)) yield return error;
        if (!secret) yield break;
        foreach (var key in RequiredKeys.GetValueOrDefault(item.TextAt("type") ?? "", []))
        {
            if (item.At("data", key) is null) yield return FieldError.Required($"data[{key}]");
        }
    }

    static IEnumerable<FieldError> Data(JsonObject item)
    {
        var size = 0L;
        foreach (var member in (string[])["data", "binaryData"])
        {
            foreach (var (key, value) in item.PairsAt(member))
            {
                size += System.Text.Encoding.UTF8.GetByteCount(value);
                if (key.Length > 253) yield return FieldError.Invalid($"{member}[{key}]", key, "must be no more than 253 characters");
                else if (!KeyPattern().IsMatch(key))
                    yield return FieldError.Invalid($"{member}[{key}]", key,
                        "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')");
            }
        }
        if (size > Limit) yield return new FieldError("[]", "FieldValueTooLong", $"Too long: may not be more than {Limit} bytes");
    }

    [GeneratedRegex("^[-._a-zA-Z0-9]+$")]
    private static partial Regex KeyPattern();
}
