using System.Text.Json.Nodes;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>Every keyword of a schema that no recording shows.</summary>
public class SchemaValidationTests
{
    static StructuralSchema Schema(string property) =>
        StructuralSchema.Parse((JsonObject)JsonNode.Parse($$$"""{"type":"object","properties":{"x":{{{property}}} } }""")!);

    static string[] Errors(string property, string value, string? old = null) =>
        [.. Schema(property).Validate(Object(value), old is null ? null : Object(old)).Select(error => error.ToString())];

    static JsonObject Object(string value) => (JsonObject)JsonNode.Parse($$"""{"x":{{value}} }""")!;

    [Theory]
    [InlineData("""{"type":"string","minLength":3}""", "\"ab\"", "x: Invalid value: \"ab\": x in body should be at least 3 chars long")]
    [InlineData("""{"type":"string","maxLength":2}""", "\"äöü\"", "x: Too long: may not be more than 2 bytes")]
    [InlineData("""{"type":"string","pattern":"^a+$"}""", "\"b\"", "x: Invalid value: \"b\": x in body should match '^a+$'")]
    [InlineData("""{"type":"integer","maximum":3,"exclusiveMaximum":true}""", "3", "x: Invalid value: 3: x in body should be less than 3")]
    [InlineData("""{"type":"integer","multipleOf":5}""", "7", "x: Invalid value: 7: x in body should be a multiple of 5")]
    [InlineData("""{"type":"integer"}""", "1.5", "x: Invalid value: \"number\": x in body must be of type integer: \"number\"", "<nil>: Invalid value: \"\": Checked value must be of type integer (default format) in x")]
    [InlineData("""{"type":"integer","format":"int32"}""", "3000000000", "<nil>: Invalid value: \"\": Checked value must be of type integer with format int32 in x")]
    [InlineData("""{"type":"number","format":"float"}""", "1e300", "<nil>: Invalid value: \"\": Checked value must be of type number with format float in x")]
    [InlineData("""{"type":"array","items":{"type":"integer"},"minItems":1}""", "[]", "x: Invalid value: 0: x in body should have at least 1 items")]
    [InlineData("""{"type":"array","items":{"type":"integer"},"uniqueItems":true}""", "[1,1]", "x: Invalid value: [1,1]: x in body shouldn't contain duplicates")]
    [InlineData("""{"type":"array","items":{"type":"integer"}}""", "[1,\"a\",null]", "x[1]: Invalid value: \"string\": x[1] in body must be of type integer: \"string\"", "x[2]: Invalid value: \"null\": x[2] in body must be of type integer: \"null\"")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"},"minProperties":1}""", "{}", "x: Invalid value: 0: x in body should have at least 1 properties")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}}}}""", """{"a":{}}""", "x.a.b: Required value")]
    [InlineData("""{"type":"integer","enum":[1,2]}""", "3", "x: Unsupported value: 3: supported values: \"1\", \"2\"")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"},"x-kubernetes-preserve-unknown-fields":true}""", "\"s\"", "x: Invalid value: \"string\": x in body must be of type object: \"string\"")]
    [InlineData("""{"type":"string","anyOf":[{"minLength":3},{"pattern":"^z"}]}""", "\"a\"", "<nil>: Invalid value: \"\": \"x\" must validate at least one schema (anyOf)", "x: Invalid value: \"a\": x in body should be at least 3 chars long")]
    [InlineData("""{"type":"string","oneOf":[{"minLength":1},{"maxLength":5}]}""", "\"a\"", "<nil>: Invalid value: \"\": \"x\" must validate one and only one schema (oneOf). Found 2 valid alternatives")]
    [InlineData("""{"type":"string","oneOf":[{"minLength":3},{"minLength":4}]}""", "\"a\"", "<nil>: Invalid value: \"\": \"x\" must validate one and only one schema (oneOf). Found none valid", "x: Invalid value: \"a\": x in body should be at least 3 chars long")]
    [InlineData("""{"type":"string","allOf":[{"minLength":3},{"maxLength":5}]}""", "\"a\"", "x: Invalid value: \"a\": x in body should be at least 3 chars long", "<nil>: Invalid value: \"\": \"x\" must validate all the schemas (allOf)")]
    [InlineData("""{"type":"string","not":{"pattern":"a"}}""", "\"a\"", "<nil>: Invalid value: \"\": \"x\" must not validate the schema (not)")]
    [InlineData("""{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}""", """{"kind":"Pod"}""", "x.apiVersion: Required value: must not be empty")]
    [InlineData("""{"type":"string","nullable":false}""", "null", "x: Invalid value: \"null\": x in body must be of type string: \"null\"")]
    public void A_value_that_does_not_fit_is_refused(string property, string value, params string[] errors) => Assert.Equal(errors, Errors(property, value));

    [Theory]
    [InlineData("""{"type":"string","nullable":true}""", "null")]
    [InlineData("""{"type":"integer"}""", "2.0")]
    [InlineData("""{"type":"number"}""", "2")]
    [InlineData("""{"x-kubernetes-int-or-string":true}""", "\"50%\"")]
    [InlineData("""{"type":"object","x-kubernetes-preserve-unknown-fields":true}""", """{"any":[1,{"thing":null}]}""")]
    [InlineData("""{"type":"string","anyOf":[{"minLength":3},{"pattern":"^z"}]}""", "\"z\"")]
    [InlineData("""{"type":"string","oneOf":[{"minLength":3},{"pattern":"^z"}]}""", "\"z\"")]
    public void A_value_that_fits_is_accepted(string property, string value) => Assert.Empty(Errors(property, value));

    [Theory]
    [InlineData("date-time", "2024-01-02T03:04:05Z", "2024-01-02")]
    [InlineData("date", "2024-01-02", "2024-13-02")]
    [InlineData("duration", "1h30m", "soon")]
    [InlineData("uuid", "123e4567-e89b-12d3-a456-426614174000", "123")]
    [InlineData("ipv4", "10.0.0.1", "10.0.0")]
    [InlineData("ipv6", "::1", "10.0.0.1")]
    [InlineData("cidr", "10.0.0.0/8", "10.0.0.0")]
    [InlineData("mac", "00:1b:44:11:3a:b7", "00:1b")]
    [InlineData("email", "a@b.c", "a b")]
    [InlineData("hostname", "a.b-c", "-a")]
    [InlineData("uri", "https://a/b", "a b")]
    [InlineData("byte", "YWJj", "a b!")]
    [InlineData("hexcolor", "#fff", "#ff")]
    [InlineData("bsonobjectid", "507f1f77bcf86cd799439011", "x")]
    [InlineData("ssn", "111-11-1111", "1")]
    public void A_format_is_checked(string format, string good, string bad)
    {
        var property = $$"""{"type":"string","format":"{{format}}"}""";
        Assert.Empty(Errors(property, $"\"{good}\""));
        Assert.Equal([$"x: Invalid value: \"{bad}\": x in body must be of type {format}: \"{bad}\""], Errors(property, $"\"{bad}\""));
    }

    [Fact]
    public void What_an_update_leaves_as_it_was_is_tolerated()
    {
        const string list = """{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"],"items":{"type":"object","properties":{"k":{"type":"string"},"n":{"type":"integer","maximum":1}}}}""";
        Assert.Empty(Errors(list, """[{"k":"b","n":0},{"k":"a","n":5}]""", """[{"k":"a","n":5}]"""));
        Assert.Equal(["x[0].n: Invalid value: 6: x[0].n in body should be less than or equal to 1"], Errors(list, """[{"k":"a","n":6}]""", """[{"k":"a","n":5}]"""));
        Assert.Empty(Errors(list, """[{"k":"a"},{"k":"a"}]""", """[{"k":"a"},{"k":"a"}]"""));
    }

    [Theory]
    [InlineData("-1", ".spec.replicas: Invalid value: -1: should be a non-negative integer")]
    [InlineData("3000000000", ".spec.replicas: Invalid value: 3000000000: should be less than or equal to 2147483647")]
    [InlineData("{}", ".spec.replicas: Invalid value: 0: .spec.replicas accessor error: map[] is of the type map[string]interface {}, expected int64")]
    [InlineData("true", ".spec.replicas: Invalid value: 0: .spec.replicas accessor error: true is of the type bool, expected int64")]
    public void The_paths_of_scale_lead_to_integers(string replicas, string error)
    {
        var schema = StructuralSchema.Parse((JsonObject)JsonNode.Parse("""{"type":"object","x-kubernetes-preserve-unknown-fields":true}""")!);
        var errors = schema.Validate(JsonNode.Parse($$$"""{"spec":{"replicas":{{{replicas}}} } }""")!, null, new ScalePaths(".spec.replicas", ".status.replicas"));
        Assert.Equal(error, Assert.Single(errors).ToString());
    }

    [Fact]
    public void Defaults_reach_into_lists_maps_and_defaults()
    {
        var schema = Schema("""
            {"type":"object","default":{},"properties":{"a":{"type":"string","default":"A"},
             "list":{"type":"array","items":{"type":"object","properties":{"b":{"type":"integer","default":1}}}},
             "map":{"type":"object","additionalProperties":{"type":"object","properties":{"c":{"type":"boolean","default":true}}}}}}
            """);
        var @object = new JsonObject();
        schema.Default(@object);
        Assert.Equal("""{"x":{"a":"A"}}""", @object.ToJsonString());
        var nested = Object("""{"a":null,"list":[{},{"b":2}],"map":{"k":{}}}""");
        schema.Default(nested);
        Assert.Equal("""{"x":{"a":"A","list":[{"b":1},{"b":2}],"map":{"k":{"c":true}}}}""", nested.ToJsonString());
    }

    [Fact]
    public void Pruning_stops_where_unknown_fields_are_kept()
    {
        var schema = Schema("""
            {"type":"object","properties":{"kept":{"type":"object","x-kubernetes-preserve-unknown-fields":true,"properties":{"inner":{"type":"object","properties":{"a":{"type":"string"}}}}},
             "list":{"type":"array","items":{"type":"object","properties":{"a":{"type":"string"}}}},"pod":{"type":"object","x-kubernetes-embedded-resource":true,"properties":{"spec":{"type":"object"}}}}}
            """);
        var @object = Object("""{"kept":{"any":1,"inner":{"a":"1","b":2}},"list":[{"a":"1","z":1}],"gone":1,"pod":{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","odd":1},"other":1}}""");
        Assert.Equal(["x.gone", "x.kept.inner.b", "x.list[0].z", "x.pod.metadata.odd", "x.pod.other"], schema.UnknownFields(@object));
        schema.Prune(@object);
        Assert.Equal("""{"x":{"kept":{"any":1,"inner":{"a":"1"}},"list":[{"a":"1"}],"pod":{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"}}}}""", @object.ToJsonString());
    }
}
