using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// A label selector: all requirements must hold. Read from its text form (<c>a=b,c in (d,e),!f</c>) or from its structured form
/// (<c>matchLabels</c>, <c>matchExpressions</c>).
/// </summary>
public sealed record LabelSelector(IReadOnlyList<LabelRequirement> Requirements)
{
    public static LabelSelector Everything { get; } = new([]);

    /// <exception cref="SelectorException">The text is not a selector; the message is the server's.</exception>
    public static LabelSelector Parse(string text) => new(LabelSelectorParser.Parse(text));

    /// <summary>Reads the structured form; null and an empty one match everything.</summary>
    /// <exception cref="SelectorException">An operator is unknown or its values do not fit.</exception>
    public static LabelSelector FromObject(JsonObject? selector)
    {
        var requirements = new List<LabelRequirement>();
        foreach (var (name, value) in selector?["matchLabels"] as JsonObject ?? [])
            requirements.Add(LabelRequirement.Create(name, LabelOperator.Equals, [GoText.Format(value)]));
        foreach (var expression in (selector?["matchExpressions"] as JsonArray ?? []).OfType<JsonObject>())
            requirements.Add(FromExpression(expression));
        return new LabelSelector([.. requirements.OrderBy(requirement => requirement.Key, StringComparer.Ordinal)]);
    }

    public bool Matches(IReadOnlyDictionary<string, string> labels) => Requirements.All(requirement => requirement.Matches(labels));

    /// <summary>Matches the labels of an object's <c>metadata</c>.</summary>
    public bool Matches(JsonObject @object) => Requirements.Count == 0 || Matches(LabelsOf(@object));

    public override string ToString() => string.Join(',', Requirements);

    static Dictionary<string, string> LabelsOf(JsonObject @object) =>
        (@object["metadata"]?["labels"] as JsonObject ?? []).ToDictionary(label => label.Key, label => GoText.Format(label.Value));

    static LabelRequirement FromExpression(JsonObject expression)
    {
        var key = StrategicDirectives.Text(expression["key"]) ?? "";
        var values = (expression["values"] as JsonArray ?? []).Select(GoText.Format).ToArray();
        var written = StrategicDirectives.Text(expression["operator"]) ?? "";
        return LabelRequirement.Create(key, written switch
        {
            "In" => LabelOperator.In,
            "NotIn" => LabelOperator.NotIn,
            "Exists" => LabelOperator.Exists,
            "DoesNotExist" => LabelOperator.DoesNotExist,
            _ => throw new SelectorException($"\"{written}\" is not a valid label selector operator"),
        }, values);
    }
}
