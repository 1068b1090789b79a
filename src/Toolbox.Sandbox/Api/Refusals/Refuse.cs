using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Refusals;

/// <summary>The refusals of the API machinery (apimachinery's api/errors), each with the real server's wording.</summary>
static class Refuse
{
    public static RequestRefused NotFound(ResourceType type, string name) =>
        new(404, "NotFound", $"{type.GroupResource} \"{name}\" not found", Details(name, type.Group, type.Plural));

    /// <summary>An unknown resource of a known group: a Status whose details are empty.</summary>
    public static RequestRefused UnknownResource() =>
        new(404, "NotFound", "the server could not find the requested resource", []);

    public static RequestRefused AlreadyExists(ResourceType type, string name, bool deleting = false) =>
        new(409, "AlreadyExists", $"{(deleting ? "object is being deleted: " : "")}{type.GroupResource} \"{name}\" already exists",
            Details(name, type.Group, type.Plural));

    public static RequestRefused Conflict(ResourceType type, string name, string why) =>
        new(409, "Conflict", $"Operation cannot be fulfilled on {type.GroupResource} \"{name}\": {why}", Details(name, type.Group, type.Plural));

    public static RequestRefused Modified(ResourceType type, string name) =>
        Conflict(type, name, "the object has been modified; please apply your changes to the latest version and try again");

    /// <summary>A failed deletion precondition names the kind, not the resource.</summary>
    public static RequestRefused PreconditionFailed(ResourceType type, string name, string why) =>
        new(409, "Conflict", $"Operation cannot be fulfilled on {type.GroupKind} \"{name}\": {why}", Details(name, type.Group, type.Kind));

    public static RequestRefused BadRequest(string message) => new(400, "BadRequest", message);

    /// <summary>A failure that the real server does not map to any reason: 500 with the bare message.</summary>
    public static RequestRefused Unmapped(string message) => new(500, "", message);

    public static RequestRefused Internal(string message) =>
        new(500, "InternalError", $"Internal error occurred: {message}", new JsonObject { ["causes"] = new JsonArray(new JsonObject { ["message"] = message }) });

    public static RequestRefused MethodNotAllowed() =>
        new(405, "MethodNotAllowed", "the server does not allow this method on the requested resource", []);

    public static RequestRefused VerbNotSupported(ResourceType type, string verb) =>
        new(405, "MethodNotAllowed", $"{verb} is not supported on resources of kind \"{type.GroupResource}\"", Details("", type.Group, type.Plural));

    public static RequestRefused UnsupportedMediaType(params IEnumerable<string> accepted) =>
        new(415, "UnsupportedMediaType",
            $"the body of the request was in an unknown format - accepted media types include: {string.Join(", ", accepted)}");

    public static RequestRefused Forbidden(string group, string resource, string name, string why, JsonArray? causes = null)
    {
        var groupResource = group.Length == 0 ? resource : $"{resource}.{group}";
        var subject = name.Length == 0 ? groupResource : $"{groupResource} \"{name}\"";
        var details = Details(name, group, resource);
        if (causes is not null) details["causes"] = causes;
        return new(403, "Forbidden", $"{subject} is forbidden: {why}", details);
    }

    public static RequestRefused Invalid(string group, string kind, string name, IReadOnlyList<FieldError> errors)
    {
        var texts = errors.Select(error => $"{error.Field}: {error.Message}").Distinct().ToList();
        var list = texts.Count == 1 ? texts[0] : $"[{string.Join(", ", texts)}]";
        var details = Details(name, group, kind);
        details["causes"] = new JsonArray([.. errors.Select(Cause)]);
        return new(422, "Invalid", $"{(group.Length == 0 ? kind : $"{kind}.{group}")} \"{name}\" is invalid: {list}", details);
    }

    public static RequestRefused InvalidOptions(string kind, params IReadOnlyList<FieldError> errors) => Invalid("meta.k8s.io", kind, "", errors);

    public static RequestRefused TooLarge(long limit) =>
        new(413, "RequestEntityTooLarge", $"Request entity too large: limit is {limit}");

    public static RequestRefused Unauthorized() => new(401, "Unauthorized", "Unauthorized");

    public static RequestRefused VersionTooLarge(long asked, long current) =>
        new(504, "Timeout", $"Timeout: Too large resource version: {asked}, current: {current}", new JsonObject
        {
            ["causes"] = new JsonArray(new JsonObject { ["reason"] = "ResourceVersionTooLarge", ["message"] = "Too large resource version" }),
            ["retryAfterSeconds"] = 1,
        }, retryAfter: 1);

    public static JsonObject Details(string name, string group, string kind)
    {
        var details = new JsonObject();
        if (name.Length > 0) details["name"] = name;
        if (group.Length > 0) details["group"] = group;
        if (kind.Length > 0) details["kind"] = kind;
        return details;
    }

    static JsonNode Cause(FieldError error) =>
        new JsonObject { ["reason"] = error.Reason, ["message"] = error.Message, ["field"] = error.Field };
}
