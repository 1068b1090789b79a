using System.Text.Json;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// Members that occur twice in one JSON object. The server keeps the last of them and reports the others as <c>duplicate field "PATH"</c>
/// (fieldValidation Warn or Strict).
/// </summary>
public static class DuplicateFields
{
    /// <summary>Paths like <c>spec.parts[0].name</c>, each once, in the order of appearance. Empty for text that is not JSON.</summary>
    public static IReadOnlyList<string> Find(ReadOnlySpan<byte> json)
    {
        var found = new List<string>();
        var levels = new Stack<Level>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 512 });
        try
        {
            while (reader.Read()) Step(ref reader, levels, found);
        }
        catch (JsonException)
        {
            return [];
        }
        return found;
    }

    static void Step(ref Utf8JsonReader reader, Stack<Level> levels, List<string> found)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                var level = levels.Peek();
                level.Name = reader.GetString()!;
                if (!level.Names.Add(level.Name) && PathOf(levels) is var path && !found.Contains(path)) found.Add(path);
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                if (levels.TryPeek(out var parent)) parent.Index++;
                levels.Push(new Level(reader.TokenType == JsonTokenType.StartArray));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                levels.Pop();
                break;
            default:
                if (levels.TryPeek(out var list)) list.Index++;
                break;
        }
    }

    static string PathOf(Stack<Level> levels)
    {
        var path = "";
        foreach (var level in levels.Reverse())
            path += level.IsList ? $"[{level.Index}]" : path.Length == 0 ? level.Name : "." + level.Name;
        return path;
    }

    sealed class Level(bool isList)
    {
        public bool IsList { get; } = isList;
        public int Index { get; set; } = -1;
        public string Name { get; set; } = "";
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
    }
}
