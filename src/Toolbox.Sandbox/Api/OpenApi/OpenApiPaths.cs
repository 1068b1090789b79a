using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Resources;

namespace Toolbox.Sandbox.Api.OpenApi;

/// <summary>The paths of a resource: enough for clients to see which verbs, media types and query options there are.</summary>
static class OpenApiPaths
{
    static readonly string[] BodyTypes = ["application/json", "application/yaml"];
    static readonly string[] CustomPatches = ["application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json"];
    static readonly string[] BuiltInPatches = [.. CustomPatches, "application/strategic-merge-patch+json"];

    static readonly Dictionary<string, (string Method, string Action)[]> Operations = new(StringComparer.Ordinal)
    {
        ["collection"] = [("get", "list"), ("post", "post"), ("delete", "deletecollection")],
        ["item"] = [("get", "get"), ("put", "put"), ("delete", "delete"), ("patch", "patch")],
    };

    static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["get"] = "get", ["list"] = "list", ["post"] = "create", ["put"] = "update", ["patch"] = "patch", ["delete"] = "delete", ["deletecollection"] = "deletecollection",
    };

    public static void AddTo(JsonObject paths, ResourceType type, OpenApiSchemas schemas)
    {
        var root = type.Group.Length == 0 ? $"/api/{type.Version}" : $"/apis/{type.Group}/{type.Version}";
        var collection = type.Namespaced ? $"{root}/namespaces/{{namespace}}/{type.Plural}" : $"{root}/{type.Plural}";
        var kind = schemas.Kind(type);
        if (type.Namespaced && type.Verbs.Contains("list")) paths[$"{root}/{type.Plural}"] = Path(type, kind, schemas, [("get", "list")], type.Verbs);
        paths[collection] = Path(type, kind, schemas, Operations["collection"], type.Verbs);
        if (!type.Verbs.Contains("get")) return;
        paths[collection + "/{name}"] = Path(type, kind, schemas, Operations["item"], type.Verbs);
        foreach (var subresource in type.Subresources)
        {
            var other = subresource.Group is null ? kind : schemas.Other($"{subresource.Group}/{subresource.Version}", subresource.Kind);
            paths[$"{collection}/{{name}}/{subresource.Name}"] = Path(type, other, schemas, Operations["item"], subresource.Verbs);
        }
    }

    static JsonObject Path(ResourceType type, JsonObject kind, OpenApiSchemas schemas, (string Method, string Action)[] operations, IReadOnlyList<string> verbs)
    {
        var path = new JsonObject();
        foreach (var (method, action) in operations)
        {
            if (verbs.Contains(Verbs[action])) path[method] = Operation(type, kind, schemas, action);
        }
        path["parameters"] = new JsonArray(Parameter("pretty"));
        return path;
    }

    static JsonObject Operation(ResourceType type, JsonObject kind, OpenApiSchemas schemas, string action)
    {
        var operation = new JsonObject { ["description"] = $"{action} {type.Kind}", ["parameters"] = new JsonArray([.. Parameters(action).Select(Parameter)]) };
        if (Body(type, kind, schemas, action) is { } body) operation["requestBody"] = body;
        operation["responses"] = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = "OK", ["content"] = Content(BodyTypes, kind) },
            ["401"] = new JsonObject { ["description"] = "Unauthorized" },
        };
        operation["x-kubernetes-action"] = action;
        operation["x-kubernetes-group-version-kind"] = new JsonObject { ["group"] = type.Group, ["version"] = type.Version, ["kind"] = type.Kind };
        return operation;
    }

    static JsonObject? Body(ResourceType type, JsonObject kind, OpenApiSchemas schemas, string action) => action switch
    {
        "post" or "put" => Required(Content(BodyTypes, kind)),
        "patch" => Required(Content(type.Custom is null ? BuiltInPatches : CustomPatches, schemas.Patch())),
        "delete" or "deletecollection" => new JsonObject { ["content"] = Content(BodyTypes, schemas.Other("v1", "DeleteOptions")) },
        _ => null,
    };

    static JsonObject Required(JsonObject content) => new() { ["content"] = content, ["required"] = true };

    static JsonObject Content(string[] types, JsonObject schema)
    {
        var content = new JsonObject();
        foreach (var type in types) content[type] = new JsonObject { ["schema"] = schema.Copy() };
        return content;
    }

    static string[] Parameters(string action) => action switch
    {
        "post" or "put" => ["dryRun", "fieldManager", "fieldValidation"],
        "patch" => ["dryRun", "fieldManager", "fieldValidation", "force"],
        "delete" => ["dryRun", "gracePeriodSeconds", "propagationPolicy"],
        "list" or "deletecollection" => ["continue", "fieldSelector", "labelSelector", "limit", "resourceVersion", "resourceVersionMatch", "watch"],
        _ => ["resourceVersion"],
    };

    static JsonNode Parameter(string name) => new JsonObject
    {
        ["name"] = name,
        ["in"] = "query",
        ["schema"] = new JsonObject { ["type"] = name is "force" or "watch" ? "boolean" : name is "limit" or "gracePeriodSeconds" ? "integer" : "string", ["uniqueItems"] = true },
    };
}
