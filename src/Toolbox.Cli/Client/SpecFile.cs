using System.Text.Json;
using System.Text.Json.Nodes;
using System.CommandLine;
using Toolbox.Sandbox.Api.Json;
using YamlDotNet.Core;

namespace Toolbox.Cli.Client;

/// <summary>A file with the spec of a resource, in JSON or YAML; a whole resource is taken for its spec.</summary>
static class SpecFile
{
    public static Option<string> Create(string name, string what) =>
        new(name) { Description = $"File with the spec of the {what} in JSON or YAML; - reads standard input.", Required = true, HelpName = "file" };

    /// <summary>The spec as JSON text.</summary>
    /// <exception cref="RefusalException">There is no such file, or no object inside.</exception>
    public static string Read(ParseResult parsed, Option<string> option)
    {
        var path = parsed.GetValue(option)!;
        var node = Parse($"{option.Name} {path}", Text(option.Name, path));
        if (node is not JsonObject spec) throw new RefusalException($"{option.Name} {path}: an object is needed, but there is {Kind(node)}");
        return (IsResource(spec) ? spec["spec"]! : spec).ToJsonString();
    }

    static bool IsResource(JsonObject node) => node["apiVersion"] is JsonValue && node["kind"] is JsonValue && node["spec"] is JsonObject;

    static string Text(string option, string path)
    {
        if (path == "-") return Console.In.ReadToEnd();
        if (Directory.Exists(path)) throw new RefusalException($"{option} {path} is a folder; a file is needed");
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusalException($"{option}: there is no file {path}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"{option} {path}: cannot be read: {error.Message}", error);
        }
    }

    // Whatever begins like a JSON object is judged as one: the messages about JSON are better, and the numbers stay as they were written.
    static JsonNode? Parse(string where, string text)
    {
        try
        {
            return text.AsSpan().TrimStart().StartsWith("{") ? JsonNode.Parse(text) : YamlText.Read(text);
        }
        catch (JsonException error)
        {
            throw new RefusalException($"{where}: is not JSON: {error.Message}", error);
        }
        catch (YamlException error)
        {
            throw new RefusalException($"{where}: is not YAML: {YamlDocuments.Describe(error)}", error);
        }
    }

    static string Kind(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonArray => "a list",
        _ => $"only {node.ToJsonString()}",
    };
}
