using System.Text.Json.Nodes;
using Toolbox.CustomResourceDefinitions;

namespace Toolbox.Manifests.Tests;

public class YamlTextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("true")]
    [InlineData("no")]
    [InlineData("12")]
    [InlineData("1e3")]
    [InlineData("2026-11-23")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData(" leading and trailing ")]
    [InlineData("a: b # c")]
    [InlineData("- item")]
    [InlineData("two\nlines\t\"quoted\" \\ ü")]
    [InlineData("!self.metadata.name.contains('.')")]
    [InlineData("%percent")]
    public void A_text_stays_the_same_text(string text) =>
        Assert.Equal(text, (string?)YamlJson.Documents(YamlText.Write(new JsonObject { ["key"] = text, [text] = 1 }))[0]["key"]);

    [Fact]
    public void Nested_lists_and_maps_keep_their_shape()
    {
        const string json = """{"a":[{"b":[1,2],"c":{"d":[]}},[["x"],{}],null,true],"e":{"f":{"g":-1.5}}}""";

        Assert.Equal(json, YamlJson.Documents(YamlText.Write(JsonNode.Parse(json)!))[0].ToJsonString());
    }

    [Theory]
    [InlineData("flinkdeployment")]
    [InlineData("flinkcluster")]
    [InlineData("flinkjob")]
    public void A_definition_stays_the_same(string name)
    {
        var definition = Definitions.All.Single(definition => definition.Singular == name).Render();

        Assert.True(JsonNode.DeepEquals(definition, YamlJson.Documents(YamlText.Write(definition))[0]));
    }
}
