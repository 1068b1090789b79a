using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Toolbox.Api.Rest.Routes;

namespace Toolbox.Api.Rest.Document;

/// <summary>One route as an operation of the OpenAPI document.</summary>
static partial class OperationDocument
{
    public static JsonObject Of(Route route)
    {
        var operation = new JsonObject
        {
            ["operationId"] = route.Name,
            ["tags"] = new JsonArray(Tag(route)),
            ["summary"] = route.Summary.TrimEnd('.'),
            ["description"] = route.IsAlias ? $"{route.Summary} The same as with /clusters/ in the path." : route.Summary,
        };
        if (route.IsAlias) operation["deprecated"] = true;
        operation["parameters"] = Parameters(route);
        if (Body(route.Body) is { } body) operation["requestBody"] = body;
        operation["responses"] = Responses(route);
        return operation;
    }

    /// <summary>The answer of every refusal; the code says which.</summary>
    public static JsonObject Failure(string description) => new()
    {
        ["description"] = description,
        ["content"] = Content(Reference("Failure")),
    };

    static string Tag(Route route) =>
        route.Path.Contains("/jobs", StringComparison.Ordinal) ? "jobs" : route.Path.StartsWith("/deployments", StringComparison.Ordinal) ? "deployments" : "clusters";

    static JsonArray Parameters(Route route) => new([.. PathParameter().Matches(route.Path).Select(match => (JsonNode)new JsonObject
    {
        ["name"] = match.Groups[1].Value,
        ["in"] = "path",
        ["required"] = true,
        ["description"] = Meaning(match.Groups[1].Value),
        ["schema"] = new JsonObject { ["type"] = "string" },
    }), Namespace()]);

    /// <summary>The parameter that every operation takes.</summary>
    public static JsonObject Namespace() => new()
    {
        ["name"] = ServedNamespace.Parameter,
        ["in"] = "query",
        ["description"] = $"Namespace that is meant; any other than the served one is refused. The header {ServedNamespace.Header} of every answer names that.",
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    static string Meaning(string parameter) => parameter switch
    {
        "job" => "Name of the job, without that of its cluster.",
        "taskmanager" => "Id of the TaskManager, as Flink lists it.",
        _ => $"Name of the {parameter}.",
    };

    static JsonObject? Body(RouteBody body) => body switch
    {
        RouteBody.Ignored => null,
        RouteBody.Spec spec => Required(Reference(spec.Kind + "Spec"), true),
        RouteBody.Flag flag => Required(Member(flag.Name, new JsonObject { ["type"] = "boolean", ["default"] = false }, required: false), false),
        RouteBody.Number number => Required(Member(number.Name, new JsonObject { ["type"] = "integer", ["format"] = "int32", ["minimum"] = 0 }, required: true), true),
    };

    static JsonObject Required(JsonObject schema, bool required) => new() { ["required"] = required, ["content"] = Content(schema) };

    static JsonObject Member(string name, JsonObject schema, bool required)
    {
        var member = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { [name] = schema }, ["additionalProperties"] = false };
        if (required) member["required"] = new JsonArray(name);
        return member;
    }

    static JsonObject Responses(Route route)
    {
        var responses = new JsonObject { ["200"] = new JsonObject { ["description"] = "Done.", ["content"] = Content(Success(route.Output)) } };
        var names = PathParameter().Count(route.Path) > 0 && route.Output != RouteOutput.Names;
        if (route.Body is not RouteBody.Ignored) responses["400"] = Failure("The body or one of its fields is wrong; the error names it.");
        if (names && route.Method != "POST") responses["404"] = Failure("There is nothing of this name.");
        responses["409"] = Failure(route.Method != "GET" || route.Path.Contains("{job}/", StringComparison.Ordinal)
            ? "The name is taken, the resource is not in a state to answer, or another namespace is served."
            : "Another namespace is served.");
        if (route.Body is not RouteBody.Ignored) responses["413"] = Failure("The body is too long.");
        if (route.Body is not RouteBody.Ignored) responses["415"] = Failure("The body is no JSON by its content type.");
        responses["4XX"] = Failure("The request cannot be read.");
        if (AsksOthers(route)) responses["502"] = Failure("Flink or the API server failed.");
        responses["503"] = Failure("The operator or the JobManager is not ready; try again.");
        if (AsksOthers(route)) responses["504"] = Failure("Flink or the API server did not answer in time.");
        responses["5XX"] = Failure("An error in the operator; its log says more.");
        return responses;
    }

    // Names and statuses are read from the caches.
    static bool AsksOthers(Route route) => route.Method != "GET"
        || route.Output is not (RouteOutput.Names or RouteOutput.DeploymentStatus or RouteOutput.ClusterStatus or RouteOutput.JobStatus);

    static JsonObject Success(RouteOutput output)
    {
        var properties = new JsonObject { ["status"] = new JsonObject { ["type"] = "string", ["const"] = "OK" } };
        if (output != RouteOutput.None)
            properties["output"] = new JsonObject
            {
                ["type"] = "string",
                ["description"] = "A JSON text.",
                ["contentMediaType"] = "application/json",
                ["contentSchema"] = Reference(output switch
                {
                    RouteOutput.DeploymentStatus => "FlinkDeploymentStatus",
                    RouteOutput.ClusterStatus => "FlinkClusterStatus",
                    RouteOutput.JobStatus => "FlinkJobStatus",
                    _ => output.ToString(),
                }),
            };
        return new JsonObject { ["type"] = "object", ["required"] = new JsonArray("status"), ["properties"] = properties };
    }

    static JsonObject Content(JsonObject schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    static JsonObject Reference(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathParameter();
}
