using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Selectors;

/// <summary>A label selector: all requirements hold.</summary>
sealed record LabelSelector(IReadOnlyList<LabelRequirement> Requirements)
{
    public static readonly LabelSelector Everything = new([]);

    public bool IsEverything => Requirements.Count == 0;

    public bool Matches(JsonObject? labels)
    {
        foreach (var requirement in Requirements)
        {
            if (!requirement.Matches(labels)) return false;
        }
        return true;
    }

    /// <summary>The selector of an object's <c>matchLabels</c> and <c>matchExpressions</c>, or of a plain map of labels.</summary>
    public static LabelSelector Of(JsonNode? selector, bool plain)
    {
        var labels = plain ? selector.PairsAt() : selector.PairsAt("matchLabels");
        var equal = labels.Select(label => new LabelRequirement(label.Key, "in", [label.Value]));
        var expressions = selector.ObjectsAt("matchExpressions").Select(item =>
            new LabelRequirement(item.TextAt("key") ?? "", OperatorOf(item.TextAt("operator")), [.. item.TextsAt("values")]));
        return new LabelSelector(plain ? [.. equal] : [.. equal, .. expressions]);
    }

    static string OperatorOf(string? name) => name switch
    {
        "In" => "in",
        "NotIn" => "notin",
        "Exists" => "exists",
        _ => "absent",
    };

    /// <summary>The text that kubectl and Scale show, such as <c>app=a,tier in (x,y)</c>.</summary>
    public override string ToString() => string.Join(',', Requirements.OrderBy(item => item.Key, StringComparer.Ordinal).Select(Text));

    static string Text(LabelRequirement item) => item.Operator switch
    {
        "exists" => item.Key,
        "absent" => "!" + item.Key,
        "in" when item.Values.Count == 1 => $"{item.Key}={item.Values[0]}",
        ">" or "<" => item.Key + item.Operator + item.Values[0],
        _ => $"{item.Key} {item.Operator} ({string.Join(',', item.Values.Order(StringComparer.Ordinal))})",
    };
}
