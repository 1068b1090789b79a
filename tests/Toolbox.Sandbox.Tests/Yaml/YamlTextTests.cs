using System.Text.Json.Nodes;
using CsCheck;
using Toolbox.Sandbox.Api.Json;
using YamlDotNet.Core;

namespace Toolbox.Sandbox.Tests.Yaml;

/// <summary>Text of people as JSON: what is YAML is read as kubectl does, all else is refused with its place.</summary>
public sealed class YamlTextTests
{
    static readonly Gen<string> Pieces = Gen.OneOf(
        "a", "b: ", ": ", "- ", "\n", "  ", "\t", "[", "]", "{", "}", ", ", "&x ", "*x", "!!binary ", "!t ", "|\n", ">-\n", "'", "\"", "\\", "#", "---\n", "...\n", "%YAML 1.1\n",
        "? ", "<<: *x\n", "0x", "1_0", "~", "\u0000", "\u0085", "\ud83d\ude00", "key: value\n", "- item\n").Array[0, 40].Select(string.Concat);

    [Theory]
    [InlineData("0644", 420)]
    [InlineData("0o17", 15)]
    [InlineData("0x1F", 31)]
    [InlineData("0b101", 5)]
    [InlineData("1_000", 1000)]
    [InlineData("-12", -12)]
    [InlineData("+7", 7)]
    [InlineData("089", 89)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void Whole_numbers_are_those_of_YAML_1_1(string text, long expected) => Assert.Equal($"{expected}", YamlText.Read($"a: {text}")!["a"]!.ToJsonString());

    [Theory]
    [InlineData("0x")]
    [InlineData("1__")]
    [InlineData("_1")]
    [InlineData("1e400")]
    [InlineData("1.20.5")]
    [InlineData(".")]
    [InlineData("2026-11-25")]
    public void What_is_no_number_stays_text(string text) => Assert.Equal(text, YamlText.Read($"a: {text}")!["a"]!.GetValue<string>());

    [Fact]
    public void A_document_mark_inside_of_a_block_is_text()
    {
        var documents = YamlText.ReadAll("a: |\n  first\n  ---\n  second\n---\n# nothing\n---\nb: 1\n");
        Assert.Equal(3, documents.Count);
        Assert.Equal("first\n---\nsecond\n", (string?)documents[0].Document!["a"]);
        Assert.Null(documents[1].Document);
        Assert.Equal(8, documents[2].Line);
    }

    [Theory]
    [InlineData("a: [1\n", 2)]
    [InlineData("a: 1\na: 2\n", 2)]
    [InlineData("1: a\n\"1\": b\n", 2)]
    [InlineData("a: b: c\n", 1)]
    [InlineData("a: *nobody\n", 1)]
    [InlineData("a: &x [*x]\n", 1)]
    [InlineData("? [a]\n: b\n", 1)]
    public void What_is_not_YAML_is_refused_with_its_line(string text, int line)
    {
        var refused = Assert.ThrowsAny<YamlException>(() => YamlText.ReadAll(text));
        Assert.True(refused.Start.Line == line, YamlDocuments.Describe(refused));
    }

    [Fact]
    public void Deep_nesting_is_refused_instead_of_followed() =>
        Assert.ThrowsAny<YamlException>(() => YamlText.ReadAll(new string('[', 100_000)));

    [Fact]
    public void Aliases_that_stand_for_a_billion_nodes_are_refused()
    {
        var text = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 9).Select(level =>
            $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n"));
        Assert.ThrowsAny<YamlException>(() => YamlText.ReadAll(text));
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_nothing_else() => Pieces.Sample(text =>
    {
        try
        {
            foreach (var (document, _) in YamlText.ReadAll(text))
                document?.ToJsonString();
        }
        catch (YamlException)
        {
            // Refused.
        }
    }, iter: 5_000);

    [Fact]
    public void Any_text_as_a_manifest_is_read_or_refused_in_one_line() => Pieces.Sample(text =>
    {
        try
        {
            Manifest.Read(text);
        }
        catch (SandboxException refused)
        {
            Assert.DoesNotContain('\n', refused.Message);
        }
    }, iter: 5_000);

    [Fact]
    public void What_was_written_is_read_back() => Gen.OneOf<string>(Gen.String, Gen.OneOf("yes", "0644", "~", "1e3", "a\n---\nb", "- x", "", "null", "*a", "2026-11-25")).Array[0, 5].Sample(texts =>
    {
        // YAML has no way to write the other characters of control or halves of pairs.
        var legal = texts.Select(text => new string([.. text.Where(character => character is '\n' or (>= ' ' and < '\u007f'))])).ToList();
        var written = new JsonObject(legal.Distinct().Select((text, place) => KeyValuePair.Create<string, JsonNode?>($"k{place}", text)));
        Assert.True(JsonNode.DeepEquals(written, YamlText.Read(YamlText.Write(written))), YamlText.Write(written));
    }, iter: 1_000);
}
