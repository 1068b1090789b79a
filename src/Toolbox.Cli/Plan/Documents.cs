using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using YamlDotNet.Core;

namespace Toolbox.Cli.Plan;

/// <summary>The documents of files in YAML or JSON, as <c>kubectl apply</c> reads them.</summary>
static class Documents
{
    /// <exception cref="RefusalException">A file cannot be read, or something in it is no Kubernetes object.</exception>
    public static IReadOnlyList<JsonObject> Read(IEnumerable<string> files) => [.. files.SelectMany(file => Parse(file, Text(file)).SelectMany(node => Objects(file, node)))];

    static string Text(string file)
    {
        if (file == "-") return Console.In.ReadToEnd();
        if (Directory.Exists(file)) throw new RefusalException($"-f {file} is a folder; a file is needed");
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusalException($"-f: there is no file {file}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"-f {file} cannot be read: {error.Message}", error);
        }
    }

    static IReadOnlyList<JsonNode?> Parse(string file, string text)
    {
        try
        {
            return text.AsSpan().TrimStart().StartsWith("{") ? [JsonNode.Parse(text)] : [.. YamlText.ReadAll(text).Select(item => item.Document)];
        }
        catch (Exception error) when (error is JsonException or YamlException)
        {
            throw new RefusalException($"-f {file} is neither YAML nor JSON: {error.Message}", error);
        }
    }

    // An empty document is nothing; a List is its items.
    static IEnumerable<JsonObject> Objects(string file, JsonNode? node)
    {
        if (node is null) return [];
        if (node is not JsonObject document) throw new RefusalException($"-f {file}: an object is needed, but there is {node.ToJsonString()}");
        if (Text(document["kind"]) == "List" && document["items"] is JsonArray items) return items.SelectMany(item => Objects(file, item));
        if (Text(document["apiVersion"]) is null || Text(document["kind"]) is null || Text(document["metadata"]?["name"]) is null)
            throw new RefusalException($"-f {file}: a document lacks apiVersion, kind or metadata.name");
        return [document];
    }

    static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
