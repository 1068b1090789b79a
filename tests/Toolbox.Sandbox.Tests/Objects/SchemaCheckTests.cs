using System.Text.Json.Nodes;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>What is refused in a CRD's schema.</summary>
public class SchemaCheckTests
{
    static readonly string[] WithoutSchema = ["CRD with wrong name", "CRD without a schema"];

    public static TheoryData<string> Names => [.. Recorded.Exchanges("03-validation")
        .Where(exchange => exchange.Method == "POST" && exchange.Path.EndsWith("customresourcedefinitions", StringComparison.Ordinal))
        .Where(exchange => !WithoutSchema.Contains(exchange.Name)).Select(exchange => exchange.Name)];

    [RecordedTheory]
    [MemberData(nameof(Names))]
    public void A_schema_is_refused_as_recorded(string name)
    {
        var exchange = Recorded.Find("03-validation", name)!;
        var schema = exchange.Body!["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!.AsObject();
        var causes = exchange.Status == 201 ? [] : exchange.Answer["details"]!["causes"]!.AsArray();
        Assert.Equal(causes.Select(cause => $"{cause!["field"]}|{cause["reason"]}|{cause["message"]}").Order(),
            StructuralSchema.Check(schema).Select(error => $"{error.Field}|{error.Reason}|{error.Message}").Order());
    }

    [Theory]
    [InlineData("""{"type":"string"}""", ".type: Invalid value: \"string\": must be object at the root")]
    [InlineData("""{}""", ".type: Required value: must not be empty at the root")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"text"}}}""", ".properties[a].type: Unsupported value: \"text\": supported values: \"array\", \"boolean\", \"integer\", \"number\", \"object\", \"string\"")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array"}}}""", ".properties[a].items: Required value: must be specified")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":{}}}}""", ".properties[a].items.type: Required value: must not be empty for specified array items")]
    [InlineData("""{"type":"object","properties":{},"additionalProperties":{"type":"string"}}""", ".additionalProperties: Forbidden: must not be used together with properties")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","pattern":"("}}}""", ".properties[a].pattern: Invalid value: \"(\": must be a valid regular expression, but isn't")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":{"type":"object","properties":{"k":{"type":"string"}}},"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"]}}}""",
        ".properties[a].items.properties[k].default: Required value: this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"bag"}}}""", ".properties[a].x-kubernetes-list-type: Unsupported value: \"bag\": supported values: \"atomic\", \"map\", \"set\"")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":{"type":"string"},"x-kubernetes-list-map-keys":["k"]}}}""", ".properties[a].x-kubernetes-list-type: Required value: must be map if x-kubernetes-list-map-keys is non-empty")]
    [InlineData("""{"type":"object","x-kubernetes-validations":[{"rule":""}]}""", ".x-kubernetes-validations[0].rule: Required value: rule is not specified")]
    [InlineData("""{"type":"object","x-kubernetes-validations":[{"rule":"true","reason":"Bad"}]}""", ".x-kubernetes-validations[0].reason: Unsupported value: \"Bad\": supported values: \"FieldValueRequired\", \"FieldValueForbidden\", \"FieldValueInvalid\", \"FieldValueDuplicate\"")]
    public void A_schema_that_is_not_structural_is_refused(string schema, string error) =>
        Assert.Equal("s" + error, Assert.Single(StructuralSchema.Check((JsonObject)JsonNode.Parse(schema)!, "s")).ToString());

    [Theory]
    [InlineData("self.a >", "1:9: Syntax error: mismatched input '<EOF>' expecting an expression")]
    [InlineData("self.a && true", "1:8: found no matching overload for '_&&_' applied to '(string, bool)'")]
    [InlineData("self.a > 1", "1:8: found no matching overload for '_>_' applied to '(string, int)'")]
    [InlineData("nope == 1", "1:1: undeclared reference to 'nope' (in container '')")]
    [InlineData("self.a.frob()", "1:12: undeclared reference to 'frob' (in container '')")]
    [InlineData("self.a.b == 1", "1:7: type 'string' does not support field selection")]
    [InlineData("self.a.all(x, true)", "1:5: expression of type 'string' cannot be range of a comprehension (must be list, map, or dynamic)")]
    [InlineData("self.a == 'x", "1:11: Syntax error: token recognition error at: ''x'")]
    [InlineData("self.a == #", "1:11: Syntax error: token recognition error at: '#'")]
    [InlineData("has(self)", "1:4: invalid argument to has() macro")]
    public void A_bad_rule_is_marked_at_its_place(string rule, string error)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["a"] = new JsonObject { ["type"] = "string" } },
            ["x-kubernetes-validations"] = new JsonArray(new JsonObject { ["rule"] = rule }),
        };
        var found = Assert.Single(StructuralSchema.Check(schema));
        Assert.Contains($"compilation failed: ERROR: <input>:{error}\n | {rule}\n | ", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_has_a_limit()
    {
        var rule = new string('(', 200) + "true" + new string(')', 200);
        var schema = new JsonObject { ["type"] = "object", ["x-kubernetes-validations"] = new JsonArray(new JsonObject { ["rule"] = rule }) };
        Assert.Contains("recursion limit", Assert.Single(StructuralSchema.Check(schema)).Message, StringComparison.Ordinal);
    }
}
