using System.Text.RegularExpressions;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// The parsed built-in tables. <c>kind APIVERSION KIND TYPE</c> names a kind, <c>type TYPE</c> begins a type, each indented line
/// after it is <c>FIELD TYPE</c>, where <c>[]T</c> is a list and <c>{}T</c> a map. Types are built when first asked for, because the whole table is
/// large and a process needs few of them.
/// </summary>
internal sealed partial class CoreTypes
{
    readonly Dictionary<string, string> kinds = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<(string Field, string Type)>> lines = new(StringComparer.Ordinal);
    readonly Dictionary<string, FieldMerging> merging = new(StringComparer.Ordinal);
    readonly Dictionary<string, FieldSchema> built = new(StringComparer.Ordinal);
    readonly Lock building = new();

    public IReadOnlyList<string> Kinds => [.. kinds.Keys.Order(StringComparer.Ordinal)];

    public static CoreTypes Load()
    {
        var types = new CoreTypes();
        foreach (var line in ReadLines("core-types.txt")) types.AddLine(line);
        foreach (var line in ReadLines("core-merging.txt"))
        {
            var (path, rule) = FieldMerging.Parse(line);
            types.merging[path] = rule;
        }
        return types;
    }

    public FieldSchema? FindKind(string key) => kinds.TryGetValue(key, out var type) ? Type(type) : null;

    public FieldSchema Type(string name)
    {
        lock (building) return Build(name);
    }

    static IEnumerable<string> ReadLines(string resource)
    {
        using var stream = typeof(CoreTypes).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"the embedded table {resource} is missing");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }

    List<(string, string)> current = [];

    void AddLine(string line)
    {
        var words = line.Trim().Split(' ');
        if (line[0] == ' ') current.Add((words[0], words[1]));
        else if (words is ["type", var type]) lines[type] = current = [];
        else kinds[$"{words[1]} {words[2]}"] = words[3];
    }

    FieldSchema Build(string type)
    {
        if (built.TryGetValue(type, out var known)) return known;
        var schema = new FieldSchema
        {
            Kind = FieldKind.Object,
            TypeName = VersionPrefix().Replace(type, ""),
            IsAtomic = merging.TryGetValue(type, out var rule) && rule.IsAtomic,
        };
        built[type] = schema;
        schema.Fields = lines[type].ToDictionary(line => line.Field, line => Field($"{type}.{line.Field}", line.Type), StringComparer.Ordinal);
        return schema;
    }

    FieldSchema Field(string path, string type)
    {
        var rule = merging.GetValueOrDefault(path) ?? FieldMerging.None;
        if (type.StartsWith("[]", StringComparison.Ordinal)) return List(rule, Field("", type[2..]));
        if (type.StartsWith("{}", StringComparison.Ordinal))
            return new FieldSchema { Kind = FieldKind.Object, IsAtomic = rule.IsAtomic, Element = Field("", type[2..]), TypeName = "map" };
        if (type == "any") return rule.IsAtomic ? new FieldSchema { Kind = FieldKind.Object, IsAtomic = true } : FieldSchema.Untyped;
        if (!lines.ContainsKey(type)) return new FieldSchema { Kind = FieldKind.Scalar, TypeName = type };
        var schema = Build(type);
        return rule.IsAtomic
            ? new FieldSchema { Kind = FieldKind.Object, TypeName = schema.TypeName, Fields = schema.Fields, IsAtomic = true }
            : schema;
    }

    static FieldSchema List(FieldMerging rule, FieldSchema element) => new()
    {
        Kind = FieldKind.List,
        TypeName = "slice",
        Element = element,
        IsAtomic = !rule.IsSet && rule.Keys.Count == 0,
        IsSet = rule.IsSet,
        Keys = rule.Keys,
        KeyDefaults = rule.KeyDefaults,
        MergesList = rule.MergesList,
        MergeKey = rule.MergeKey,
    };

    [GeneratedRegex("^(Core|Events|Discovery|Apiextensions|Admissionregistration|Authentication|Storage|Rbac|Flowcontrol)?[vV][0-9]+")]
    private static partial Regex VersionPrefix();
}
