using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Cli.Output;

/// <summary>Reports for programs.</summary>
static class JsonWriting
{
    // What is written goes to a terminal or file, not into a page: arrows and quotes stay as they are.
    static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, JsonNode node, OutputFormat format)
    {
        if (format == OutputFormat.Yaml) output.Write(YamlText.Write(node));
        else output.WriteLine(Text(node));
    }

    static string Text(JsonNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Readable)) node.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
