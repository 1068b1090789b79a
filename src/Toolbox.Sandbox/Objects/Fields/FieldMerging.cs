using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// One line of the merging table: <c>TYPE.FIELD WORD...</c> with the words <c>atomic</c>, <c>set</c>, <c>map:KEY[=DEFAULT],...</c>
/// (server-side apply) and <c>merge[:KEY]</c> (strategic merge patch).
/// </summary>
internal sealed record FieldMerging
{
    public static FieldMerging None { get; } = new();

    public bool IsAtomic { get; init; }
    public bool IsSet { get; init; }
    public bool MergesList { get; init; }
    public string MergeKey { get; init; } = "";
    public IReadOnlyList<string> Keys { get; init; } = [];
    public IReadOnlyDictionary<string, JsonNode> KeyDefaults { get; init; } = new Dictionary<string, JsonNode>();

    public static (string Path, FieldMerging Rule) Parse(string line)
    {
        var words = line.Split(' ');
        return (words[0], words[1..].Aggregate(None, (rule, word) => rule.With(word)));
    }

    FieldMerging With(string word) => word.Split(':', 2) switch
    {
        ["atomic"] => this with { IsAtomic = true },
        ["set"] => this with { IsSet = true },
        ["merge"] => this with { MergesList = true },
        ["merge", var key] => this with { MergesList = true, MergeKey = key },
        ["map", var keys] => WithKeys(keys.Split(',').Select(key => key.Split('=', 2)).ToArray()),
        _ => throw new FormatException($"'{word}' is not a word of the merging table: atomic, set, map:KEYS, merge or merge:KEY"),
    };

    FieldMerging WithKeys(string[][] keys) => this with
    {
        Keys = [.. keys.Select(key => key[0])],
        KeyDefaults = keys.Where(key => key.Length == 2).ToDictionary(key => key[0], key => (JsonNode)JsonValue.Create(key[1])),
    };
}
