using System.Text.RegularExpressions;

namespace Toolbox.Core;

/// <summary>A rule's condition as text. Conditions read facts by their names and nothing else, so their source says all about them.</summary>
/// <param name="Source">C#, for example <c>facts => facts is { IsDeleting: true, RetryIsDue: true }</c>.</param>
public sealed partial record RuleCondition(string Source)
{
    /// <summary>For people: <c>IsDeleting, RetryIsDue</c>. A comma means "and".</summary>
    public string Text => Words(Body);

    /// <summary>The names of the facts that the condition reads, in their order, each once.</summary>
    public IReadOnlyList<string> Facts => [.. FactNames().Matches(Body).Select(match => match.Groups["name"].Value).Distinct()];

    string Body => Source[(Source.IndexOf("=>", StringComparison.Ordinal) is var arrow and >= 0 ? arrow + 2 : 0)..].Trim();

    static string Words(string body)
    {
        if (body == "true") return "always";
        var text = Qualifiers().Replace(body.Replace("facts is {", "{", StringComparison.Ordinal).Replace("facts.", "", StringComparison.Ordinal), "");
        text = Negated().Replace(IsFalse().Replace(IsTrue().Replace(text, "${name}"), "not ${name}"), "not ");
        return HasValue().Replace(text, "${name} is ")
            .Replace("{ ", "", StringComparison.Ordinal).Replace(" }", "", StringComparison.Ordinal)
            .Replace(" && ", ", ", StringComparison.Ordinal).Replace(" || ", " or ", StringComparison.Ordinal)
            .Replace(" == ", " is ", StringComparison.Ordinal).Replace(" != ", " is not ", StringComparison.Ordinal);
    }

    // RequestFact.Stop: the fact's name tells which enumeration it is.
    [GeneratedRegex(@"\b[A-Z]\w*\.(?=[A-Z])")]
    private static partial Regex Qualifiers();

    [GeneratedRegex(@"\b(?<name>\w+): true\b")]
    private static partial Regex IsTrue();

    [GeneratedRegex(@"\b(?<name>\w+): false\b")]
    private static partial Regex IsFalse();

    [GeneratedRegex(@"\b(?<name>\w+): ")]
    private static partial Regex HasValue();

    [GeneratedRegex(@"!(?!=)")]
    private static partial Regex Negated();

    [GeneratedRegex(@"(?:facts\.(?<name>\w+)|\b(?<name>[A-Z]\w*): )")]
    private static partial Regex FactNames();
}
