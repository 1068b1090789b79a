using System.Text.Json.Nodes;
using Toolbox.Operator.Live;

namespace Toolbox.Operator.Tests.Live;

/// <summary>What kubectl sends when it applies a document that it has applied before.</summary>
public class ThreeWayPatchTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""", """{"a":1}""", "{}")]
    [InlineData("""{"a":1}""", """{"a":2}""", """{"a":1}""", """{"a":2}""")]
    [InlineData("""{"a":1,"b":2}""", """{"a":1}""", """{"a":1,"b":2}""", """{"b":null}""")]
    [InlineData("""{"a":1}""", """{"a":1}""", """{"a":1,"others":3}""", "{}")]
    [InlineData("""{"a":1}""", """{"a":1}""", """{"a":5}""", """{"a":1}""")]
    [InlineData("""{"a":1,"b":2}""", """{"a":1}""", """{"a":1}""", "{}")]
    [InlineData("""{"s":{"x":1,"y":2}}""", """{"s":{"x":1}}""", """{"s":{"x":1,"y":2,"z":3}}""", """{"s":{"y":null}}""")]
    [InlineData("""{"l":[1,2]}""", """{"l":[2]}""", """{"l":[1,2]}""", """{"l":[2]}""")]
    [InlineData("{}", """{"s":{"x":1}}""", "{}", """{"s":{"x":1}}""")]
    public void The_patch_removes_what_the_document_lost_and_leaves_what_others_added(string last, string document, string live, string patch) =>
        Assert.Equal(patch, ThreeWayPatch.Of(Object(last), Object(document), Object(live)).ToJsonString());

    [Fact]
    public void Only_labels_annotations_and_spec_are_applied() => Assert.Equal(
        """{"metadata":{"labels":{"l":"1"}},"spec":{"a":1}}""",
        ThreeWayPatch.Applied(Object("""{"apiVersion":"v1","metadata":{"name":"n","labels":{"l":"1"}},"spec":{"a":1},"status":{"s":1}}""")).ToJsonString());

    static JsonObject Object(string json) => JsonNode.Parse(json)!.AsObject();
}
