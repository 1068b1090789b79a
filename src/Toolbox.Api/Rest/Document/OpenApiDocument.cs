using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Toolbox.Api.Rest.Routes;

namespace Toolbox.Api.Rest.Document;

/// <summary>The OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.0), made of the table of routes.</summary>
sealed class OpenApiDocument(string version)
{
    public const string Path = "/openapi.json";
    public const string EventsPath = "/events";

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly Lazy<byte[]> _text = new(() => Write(Create(version)));

    public async Task Serve(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = _text.Value.Length;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.Body.WriteAsync(_text.Value, context.RequestAborted);
    }

    public static JsonObject Create(string version) => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject
        {
            ["title"] = "Flink Kubernetes Toolbox",
            ["version"] = version,
            ["description"] = "Reads and controls the Flink resources of the operator's namespace. Commands change resources; what comes of them is in the statuses.",
            ["license"] = new JsonObject { ["name"] = "See the project's repository", ["url"] = "https://github.com/nextbreakpoint/flink-k8s-toolbox" },
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
        ["security"] = new JsonArray(),
        ["tags"] = new JsonArray(
            Tag("deployments", "FlinkDeployments: a cluster with its jobs."), Tag("clusters", "FlinkClusters, their JobManager and TaskManagers."),
            Tag("jobs", "FlinkJobs of a cluster."), Tag("service", "The API itself.")),
        ["paths"] = Paths(),
        ["components"] = new JsonObject { ["schemas"] = SchemaCatalogue.All() },
    };

    static JsonObject Tag(string name, string description) => new() { ["name"] = name, ["description"] = description };

    static JsonObject Paths()
    {
        var paths = new JsonObject();
        foreach (var route in RouteTable.All)
        {
            var path = RouteTable.BasePath + route.Path;
            if (paths[path] is not JsonObject operations) paths[path] = operations = [];
            operations[route.Method.ToLowerInvariant()] = OperationDocument.Of(route);
        }
        paths[RouteTable.BasePath + Path] = new JsonObject { ["get"] = Self() };
        paths[RouteTable.BasePath + EventsPath] = new JsonObject { ["get"] = Events() };
        return paths;
    }

    static JsonObject Self() => new()
    {
        ["operationId"] = "getOpenApiDocument",
        ["tags"] = new JsonArray("service"),
        ["summary"] = "This document",
        ["parameters"] = new JsonArray(OperationDocument.Namespace()),
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "OpenAPI 3.1.",
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } },
            },
            ["4XX"] = OperationDocument.Failure("The request cannot be read."),
        },
    };

    static JsonObject Events() => new()
    {
        ["operationId"] = "followEvents",
        ["tags"] = new JsonArray("service"),
        ["summary"] = "Stream of changes as server-sent events",
        ["description"] =
            "Event reset: forget what you know, everything that exists follows as added, then complete. Events added, changed, deleted carry kind, name, generation, deleting, " +
            "resourceVersion and a summary of the status as JSON. A comment comes when nothing happens. A client that does not keep up is cut off; with " +
            "Last-Event-ID it goes on where it was, or gets a reset when that is too long ago.",
        ["parameters"] = new JsonArray(new JsonObject
        {
            ["name"] = "Last-Event-ID",
            ["in"] = "header",
            ["description"] = "Id of the last event that was received.",
            ["schema"] = new JsonObject { ["type"] = "string" },
        }, OperationDocument.Namespace()),
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "The stream; it does not end by itself.",
                ["content"] = new JsonObject { ["text/event-stream"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } },
            },
            ["4XX"] = OperationDocument.Failure("The request cannot be read."),
            ["503"] = OperationDocument.Failure("The operator is not ready, or too many clients follow."),
        },
    };

    static byte[] Write(JsonObject document)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options)) document.WriteTo(writer);
        return stream.ToArray();
    }
}
