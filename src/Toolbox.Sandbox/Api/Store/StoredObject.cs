using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Store;

/// <summary>One object at one resource version. Nothing changes it: writers store another one, readers share the tree and the text.</summary>
sealed class StoredObject
{
    static readonly string[] Leading = ["kind", "apiVersion"];

    readonly int _item;

    StoredObject(JsonObject content, long version, bool typed)
    {
        Content = content;
        Version = version;
        Name = content.TextAt("metadata", "name") ?? "";
        Namespace = content.TextAt("metadata", "namespace") ?? "";
        Json = JsonText.Write(content);
        if (typed) _item = Prefix(content);
    }

    public JsonObject Content { get; }

    public long Version { get; }

    public string Name { get; }

    public string Namespace { get; }

    /// <summary>The whole object as UTF-8 JSON.</summary>
    public byte[] Json { get; }

    /// <summary>Whether it is an item of a typed list, where kind and apiVersion are left out.</summary>
    public bool IsTyped => _item > 0;

    /// <summary>The text without kind and apiVersion and without the opening brace; of a custom resource the whole text.</summary>
    public ReadOnlyMemory<byte> Item => Json.AsMemory(_item);

    /// <summary>Takes over <paramref name="content"/> (no copy is made) and writes the resource version into it.</summary>
    /// <param name="typed">A built-in kind: kind and apiVersion lead the text.</param>
    public static StoredObject Take(JsonObject content, long version, bool typed)
    {
        content.Child("metadata")["resourceVersion"] = version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new StoredObject(typed ? Lead(content) : content, version, typed);
    }

    /// <summary>An object that is answered without having been stored: the dry run of a create.</summary>
    public static StoredObject WithoutVersion(JsonObject content, bool typed) => new(typed ? Lead(content) : content, 0, typed);

    static JsonObject Lead(JsonObject content)
    {
        for (var index = 0; index < Leading.Length; index++)
        {
            var name = Leading[index];
            if (content.IndexOf(name) == index) continue;
            var value = content[name];
            content.Remove(name);
            content.Insert(index, name, value);
        }
        return content;
    }

    // The text of {"kind":"Pod","apiVersion":"v1", - kinds and versions need no escapes.
    static int Prefix(JsonObject content) =>
        "{\"kind\":\"\",\"apiVersion\":\"\",".Length + content.TextAt("kind")!.Length + content.TextAt("apiVersion")!.Length;
}
