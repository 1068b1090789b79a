using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Toolbox.Sandbox.Tests.Controllers;

/// <summary>An object without what differs from run to run: ids, times, addresses, versions, random names; members in one order.</summary>
static partial class RecordedShape
{
    static readonly string[] LeftOut = ["managedFields", "resourceVersion", "generateName"];

    /// <param name="names">Texts of this run and the words that stand for them, such as a namespace or a hash.</param>
    public static string Of(JsonNode? node, params (string Text, string Word)[] names)
    {
        var text = Sorted(node)?.ToJsonString() ?? "null";
        foreach (var (name, word) in names) text = text.Replace(name, word, StringComparison.Ordinal);
        text = text.Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal);
        text = Ids().Replace(text, "<uid>");
        text = Times().Replace(text, "<time>");
        return Addresses().Replace(text, "<ip>");
    }

    static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(member => !LeftOut.Contains(member.Key)).OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex("<uid-\\d+>|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex("<time(-micro)?>|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z")]
    private static partial Regex Times();

    [GeneratedRegex("\"\\d+\\.\\d+\\.\\d+\\.\\d+\"|\"<ip>\"")]
    private static partial Regex Addresses();
}
