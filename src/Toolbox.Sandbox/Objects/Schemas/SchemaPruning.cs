using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// Finds and removes undeclared fields. The root and embedded resources also have apiVersion, kind and metadata, whose fields are those
/// of every object.
/// </summary>
internal static class SchemaPruning
{
    public static void Prune(JsonObject root, StructuralSchema schema) => new Walk(null).Object(root, schema, "", isResource: true);

    public static IReadOnlyList<string> Find(JsonObject root, StructuralSchema schema)
    {
        var found = new List<string>();
        new Walk(found).Object(root, schema, "", isResource: true);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>With a list it only reports, without one it removes.</summary>
    sealed class Walk(List<string>? found)
    {
        public void Object(JsonObject map, StructuralSchema schema, string path, bool isResource)
        {
            List<string>? unknown = null;
            foreach (var (name, value) in map)
            {
                if (isResource && name is "apiVersion" or "kind") continue;
                if (isResource && name == "metadata") Metadata(value, Child(path, name));
                else if (schema.Properties.TryGetValue(name, out var property)) Value(value, property, Child(path, name));
                else if (schema.AdditionalProperties is { } additional) Value(value, additional, Child(path, name));
                else if (!schema.PreservesUnknownFields) (unknown ??= []).Add(name);
            }
            if (unknown is not null) Drop(map, unknown, path);
        }

        void Value(JsonNode? value, StructuralSchema schema, string path)
        {
            if (value is JsonObject map) Object(map, schema, path, schema.IsEmbeddedResource);
            else if (value is JsonArray list && schema.Items is { } items)
                for (var index = 0; index < list.Count; index++) Value(list[index], items, found is null ? "" : $"{path}[{index}]");
        }

        void Metadata(JsonNode? value, string path)
        {
            if (value is JsonObject metadata)
                Drop(metadata, metadata.Select(field => field.Key).Where(name => CoreSchemas.ObjectMeta.Member(name) is null).ToList(), path);
        }

        void Drop(JsonObject map, List<string> names, string path)
        {
            foreach (var name in names)
                if (found is not null) found.Add(Child(path, name));
                else map.Remove(name);
        }

        string Child(string path, string name) => found is null ? "" : path.Length == 0 ? name : $"{path}.{name}";
    }
}
