using System.Text;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>One requirement of a field selector.</summary>
/// <param name="Field">A path like <c>metadata.name</c>.</param>
/// <param name="IsNegated">True for <c>!=</c>.</param>
public sealed record FieldRequirement(string Field, bool IsNegated, string Value);

/// <summary>
/// A field selector (<c>metadata.name=a,status.phase!=Running</c>). Which fields a kind supports is not known here; see
/// <see cref="Requirements"/>.
/// </summary>
public sealed record FieldSelector(IReadOnlyList<FieldRequirement> Requirements)
{
    static readonly string[] Operators = ["!=", "==", "="];

    public static FieldSelector Everything { get; } = new([]);

    /// <exception cref="SelectorException">The text is not a selector; the message is the server's.</exception>
    public static FieldSelector Parse(string text) =>
        new([.. Terms(text).Where(term => term.Length > 0).Select(term => Requirement(text, term))]);

    /// <summary>Compares the object's values as text; a missing field is the empty string.</summary>
    public bool Matches(JsonObject @object) => Matches(field => TextAt(@object, field));

    public bool Matches(Func<string, string> valueOf) =>
        Requirements.All(requirement => (valueOf(requirement.Field) == requirement.Value) != requirement.IsNegated);

    static string TextAt(JsonNode? node, string path)
    {
        foreach (var name in path.Split('.')) node = (node as JsonObject)?[name];
        return node is null ? "" : GoText.Format(node);
    }

    static IEnumerable<string> Terms(string text)
    {
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\\') index++;
            else if (text[index] == ',')
            {
                yield return text[start..index];
                start = index + 1;
            }
        }
        yield return text[start..];
    }

    static FieldRequirement Requirement(string text, string term)
    {
        for (var index = 0; index < term.Length; index++)
            if (Operators.FirstOrDefault(@operator => string.CompareOrdinal(term, index, @operator, 0, @operator.Length) == 0) is { } found)
                return new FieldRequirement(term[..index], found == "!=", Unescape(term[(index + found.Length)..]));
        throw new SelectorException($"invalid selector: '{text}'; can't understand '{term}'");
    }

    static string Unescape(string value)
    {
        var plain = new StringBuilder();
        for (var index = 0; index < value.Length; index++)
        {
            if (value[index] is ',' or '=') throw new SelectorException($"invalid field selector: unescaped character in value: {(int)value[index]}");
            if (value[index] != '\\')
            {
                plain.Append(value[index]);
                continue;
            }
            if (++index == value.Length || value[index] is not ('\\' or ',' or '='))
                throw new SelectorException($"invalid field selector: invalid escape sequence: {value[(index - 1)..Math.Min(index + 1, value.Length)]}");
            plain.Append(value[index]);
        }
        return plain.ToString();
    }
}
