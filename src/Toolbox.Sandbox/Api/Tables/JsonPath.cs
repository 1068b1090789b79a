using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Tables;

/// <summary>The JSONPath of printer columns: members, escaped dots, indexes, wildcards and equality filters.</summary>
sealed partial class JsonPath
{
    readonly List<Func<JsonNode?, IEnumerable<JsonNode?>>> _steps = [];

    /// <summary>Reads a path such as <c>.status.conditions[?(@.type=="Ready")].status</c>; what it does not understand finds nothing.</summary>
    public static JsonPath Parse(string text)
    {
        var path = new JsonPath();
        var rest = text.Trim().TrimStart('$');
        while (rest.Length > 0)
        {
            var match = Step().Match(rest);
            if (!match.Success || match.Length == 0)
            {
                path._steps.Add(_ => []);
                return path;
            }
            path._steps.Add(StepOf(match));
            rest = rest[match.Length..];
        }
        return path;
    }

    /// <summary>Everything that the path leads to.</summary>
    public IReadOnlyList<JsonNode?> Find(JsonNode? root)
    {
        IEnumerable<JsonNode?> found = [root];
        foreach (var step in _steps) found = found.SelectMany(step);
        return [.. found.Where(node => node is not null)];
    }

    static Func<JsonNode?, IEnumerable<JsonNode?>> StepOf(Match match)
    {
        if (match.Groups["name"].Success) return Member(match.Groups["name"].Value.Replace("\\.", ".", StringComparison.Ordinal));
        if (match.Groups["quoted"].Success) return Member(match.Groups["quoted"].Value);
        if (match.Groups["all"].Success) return node => node switch
        {
            JsonArray items => items,
            JsonObject members => members.Select(member => member.Value),
            _ => [],
        };
        if (match.Groups["index"].Success)
        {
            var index = int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture);
            return node => node is JsonArray items && Math.Abs(index) < items.Count + (index < 0 ? 1 : 0) ? [items[index < 0 ? items.Count + index : index]] : [];
        }
        var (member, wanted) = (match.Groups["member"].Value.Split('.'), match.Groups["value"].Value);
        return node => node is JsonArray items ? items.Where(item => (item.At(member).AsText() ?? item.At(member)?.ToJsonString()) == wanted) : [];
    }

    static Func<JsonNode?, IEnumerable<JsonNode?>> Member(string name) =>
        node => node is JsonObject members && members.TryGetPropertyValue(name, out var value) ? [value] : [];

    [GeneratedRegex("""^(?:\.(?<name>(?:\\.|[^.\[\]\\])+)|\[(?:(?<all>\*)|(?<index>-?\d+)|'(?<quoted>[^']*)'|"(?<quoted>[^"]*)"|\?\(\s*@\.(?<member>[^\s=]+)\s*==\s*["']?(?<value>[^"')]*)["']?\s*\))\])""")]
    private static partial Regex Step();
}
