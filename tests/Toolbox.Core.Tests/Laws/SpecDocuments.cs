using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Toolbox.Core.Tests.Laws;

/// <summary>Specs as JSON that are complete and valid, and ways to change them.</summary>
static class SpecDocuments
{
    public const string Cluster = """
        {"taskManagers":2,"minTaskManagers":1,"maxTaskManagers":4,"runtime":{"image":"flink:1.20.5","pullPolicy":"IfNotPresent"},
         "jobManager":{"serviceMode":"ClusterIP","environment":[{"name":"A","value":"1"}],"volumes":[{"name":"v","hostPath":{"path":"/d"}}],
                       "volumeMounts":[{"name":"v","mountPath":"/data"}],"resources":{"limits":{"cpu":"1","memory":"600Mi"}}},
         "taskManager":{"taskSlots":2,"volumes":[{"name":"v","hostPath":{"path":"/d"}}],"volumeMounts":[{"name":"v","mountPath":"/data"}]},
         "supervisor":{"image":"flinkctl","replicas":1,"pollingInterval":5,"taskTimeout":180,"rescalePolicy":"JobParallelism","rescaleDelay":30}}
        """;

    public const string Job = """
        {"jobParallelism":2,"minJobParallelism":1,"maxJobParallelism":8,
         "bootstrap":{"image":"jobs","className":"com.example.Job","jarPath":"/flink-jobs.jar","arguments":["--a","1"]},
         "savepoint":{"savepointMode":"Automatic","savepointPath":"file:/s","savepointInterval":60,"savepointTargetPath":"file:/t","savepointOnDeletion":false},
         "restart":{"restartPolicy":"Always","restartDelay":10,"restartTimeout":120}}
        """;

    public static readonly string Deployment = $$"""{"cluster":{{Cluster}},"jobs":[{"name":"job-1","spec":{{Job}}},{"name":"job-2","spec":{{Job}}}]}""";

    static readonly string[] Awkward =
    [
        "null", "true", "false", "\"\"", "\" \"", "\"-1\"", "-1", "0", "1.5", "1e400", "99999999999999999999", "2147483648", "[]", "{}", "[null]", "[1,\"a\",{}]",
        "{\"a\":{\"b\":[]}}", "\"Sometimes\"", "\"always\"", "\"JobParallelism \"", "[[[[]]]]",
    ];

    /// <summary>Any JSON at all, also of a kind that no field expects.</summary>
    public static readonly Gen<string> Values = Gen.OneOf(
        Gen.Int.Select(value => value.ToString(CultureInfo.InvariantCulture)),
        Gen.Double.Where(double.IsFinite).Select(value => JsonSerializer.Serialize(value)),
        Gen.String.Where(IsText).Select(value => JsonSerializer.Serialize(value)),
        Gen.Int[0, Awkward.Length - 1].Select(index => Awkward[index]));

    /// <summary>The paths of all values in a document, outermost first.</summary>
    public static IReadOnlyList<string> Paths(string document) => [.. Below(JsonNode.Parse(document)!)];

    /// <summary>The document with another value at a path.</summary>
    public static JsonElement With(string document, string path, string value)
    {
        var root = JsonNode.Parse(document)!;
        var found = Below(root, path);
        if (found is null) return Parse(value);
        found.ReplaceWith(JsonNode.Parse(value));
        return Parse(root.ToJsonString());
    }

    /// <summary>The document with its fields in another order, and with one more field in so many levels of objects.</summary>
    public static JsonElement Shuffled(string document, int seed, int unknownLevels = 0) =>
        Parse(Shuffle(JsonNode.Parse(document), new Random(seed), unknownLevels)!.ToJsonString());

    public static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    static JsonNode? Shuffle(JsonNode? node, Random random, int levels) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Shuffle(field.Value, random, levels - 1)))
            .Concat(levels > 0 ? [KeyValuePair.Create<string, JsonNode?>("unknown", random.Next())] : []).OrderBy(_ => random.Next())),
        JsonArray items => new JsonArray([.. items.Select(item => Shuffle(item, random, 0))]),
        _ => node?.DeepClone(),
    };

    static JsonNode? Below(JsonNode root, string path) => path == "$" ? null : Nodes(root).First(node => node.GetPath() == path);

    static IEnumerable<string> Below(JsonNode root) => Nodes(root).Select(node => node.GetPath());

    static IEnumerable<JsonNode> Nodes(JsonNode node)
    {
        yield return node;
        var children = node switch
        {
            JsonObject fields => fields.Select(field => field.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>().SelectMany(Nodes)) yield return child;
    }

    // Half of a surrogate pair is no text that JSON could hold.
    static bool IsText(string value) => !value.Any(char.IsSurrogate);
}
