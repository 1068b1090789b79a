using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using YamlDotNet.Core;

namespace Toolbox.Sandbox;

/// <summary>One object of a YAML or JSON text that a person wants to have applied.</summary>
/// <param name="Version">As written, for example <c>apps/v1</c>.</param>
sealed record Manifest(string Version, string Kind, string Name, JsonObject Document)
{
    /// <summary>Null when the object names none.</summary>
    public string? Namespace => Text(Document["metadata"] as JsonObject, "namespace");

    /// <summary>All objects of a text, also those inside of a List; empty documents are passed over.</summary>
    /// <exception cref="SandboxException">The text is not YAML, or a document is no object of Kubernetes; the message says where.</exception>
    public static IReadOnlyList<Manifest> Read(string text)
    {
        try
        {
            return [.. YamlText.ReadAll(text).Where(item => item.Document is not null).SelectMany(item => Items(item.Document!, $"line {item.Line}"))];
        }
        catch (YamlException exception)
        {
            throw new SandboxException($"a manifest is not YAML: {YamlDocuments.Describe(exception)}", exception);
        }
    }

    static IEnumerable<Manifest> Items(JsonNode node, string where)
    {
        if (node is not JsonObject document)
            throw new SandboxException($"{where}: a manifest is no object, it is {(node is JsonArray ? "a list" : node.ToJsonString())}");
        return Text(document, "kind") is "List" && document["items"] is JsonArray items
            ? items.SelectMany((item, place) => Items(item?.DeepClone() ?? new JsonObject(), $"{where}, items[{place}]"))
            : [Of(document, where)];
    }

    static Manifest Of(JsonObject document, string where)
    {
        var metadata = document["metadata"] as JsonObject;
        return new Manifest(
            Text(document, "apiVersion") ?? throw Missing("apiVersion"), Text(document, "kind") ?? throw Missing("kind"),
            Text(metadata, "name") ?? throw Missing("metadata.name"), document);

        SandboxException Missing(string field) => new($"{where}: a manifest lacks {field}, which has to be a text");
    }

    static string? Text(JsonObject? parent, string field) =>
        parent?[field] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
