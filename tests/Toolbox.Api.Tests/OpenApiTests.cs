using System.Text.Json.Nodes;
using Toolbox.Api.Tests.World;

namespace Toolbox.Api.Tests;

/// <summary>The OpenAPI document and what is served are the same.</summary>
[Collection(nameof(ApiCollection))]
public sealed class OpenApiTests(ApiFixture api) : IAsyncLifetime
{
    RestStand _stand = null!;
    JsonObject _document = null!;

    public async Task InitializeAsync()
    {
        _stand = await RestStand.Start(api);
        _document = JsonNode.Parse(await _stand.Http.GetStringAsync("/api/v1/openapi.json"))!.AsObject();
    }

    public async Task DisposeAsync() => await _stand.DisposeAsync();

    [Fact]
    public void Every_route_that_is_served_is_documented_and_no_other() =>
        Assert.Equal(_stand.Server.Endpoints.Where(route => route != "OPTIONS /").Order(), Operations().Select(item => $"{item.Method} {item.Path}").Order());

    [Fact]
    public async Task Every_documented_route_answers()
    {
        foreach (var (method, path, _) in Operations().Where(item => !item.Path.EndsWith("/events", StringComparison.Ordinal) && !item.Path.EndsWith(".json", StringComparison.Ordinal)))
        {
            var reply = await _stand.Send(new HttpMethod(method), path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
            Assert.False(reply.Code == 405 || reply.Error.Contains("no such path", StringComparison.Ordinal), $"{method} {path}: {reply}");
        }
    }

    [Fact]
    public void Every_operation_has_a_name_of_its_own_and_schemas()
    {
        var operations = Operations().ToList();
        Assert.Equal(operations.Count, operations.Select(item => (string?)item.Operation["operationId"]).Distinct().Count());
        Assert.All(operations, item =>
        {
            Assert.NotNull(item.Operation["responses"]!["200"]!["content"]!.AsObject().Single().Value!["schema"]);
            if (item.Operation["requestBody"] is { } body) Assert.NotNull(body["content"]!["application/json"]!["schema"]);
        });
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var references = new List<string>();
        Collect(_document, references);
        Assert.NotEmpty(references);
        Assert.All(references.Distinct(), reference => Assert.NotNull(Schema(reference)));
    }

    [Fact]
    public void Bodies_are_required_exactly_where_one_is_expected()
    {
        Assert.True((bool)Operation("post", "/api/v1/clusters/{cluster}")["requestBody"]!["required"]!);
        Assert.True((bool)Operation("put", "/api/v1/clusters/{cluster}/scale")["requestBody"]!["required"]!);
        Assert.False((bool)Operation("put", "/api/v1/clusters/{cluster}/stop")["requestBody"]!["required"]!);
        Assert.Null(Operation("put", "/api/v1/clusters/{cluster}/jobs/{job}/savepoint")["requestBody"]);
    }

    [Theory]
    [InlineData("FlinkCluster", FlinkSchemas.Cluster)]
    [InlineData("FlinkJob", FlinkSchemas.Job)]
    [InlineData("FlinkDeployment", FlinkSchemas.Deployment)]
    public async Task Schemas_of_specs_and_statuses_are_those_of_the_definitions(string kind, string definition)
    {
        foreach (var (part, schema) in await FlinkSchemas.Read(api.Client, kind, definition))
            Assert.True(
                JsonNode.DeepEquals(schema, Schema($"#/components/schemas/{part}")),
                $"{part} is not what the definition says: run the tests once with TOOLBOX_WRITE_SNAPSHOTS=1, which writes src/Toolbox.Api/Rest/Document/schemas.json");
    }

    JsonNode Operation(string method, string path) => _document["paths"]![path]![method]!;

    JsonNode? Schema(string reference) => _document["components"]!["schemas"]![reference.Split('/')[^1]];

    IEnumerable<(string Method, string Path, JsonNode Operation)> Operations() =>
        from path in _document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!);

    static void Collect(JsonNode? node, List<string> references)
    {
        if (node is JsonArray list) foreach (var item in list) Collect(item, references);
        if (node is not JsonObject members) return;
        foreach (var (name, value) in members)
            if (name == "$ref") references.Add((string)value!);
            else Collect(value, references);
    }
}
