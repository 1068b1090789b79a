using System.Text;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;

namespace Toolbox.Sandbox.Api.Selectors;

/// <summary>A field selector: all terms hold. Only the fields that the real server knows per resource are allowed.</summary>
sealed record FieldSelector(IReadOnlyList<FieldTerm> Terms)
{
    public static readonly FieldSelector Everything = new([]);

    public bool IsEverything => Terms.Count == 0;

    /// <summary>Whether the selector asks for exactly this name, so that no scan is needed.</summary>
    public string? Name => Terms.FirstOrDefault(term => term is { Field: "metadata.name", Equal: true }).Value;

    public bool Matches(JsonObject content)
    {
        foreach (var term in Terms)
        {
            if (SelectableFields.Read(content, term.Field) == term.Value != term.Equal) return false;
        }
        return true;
    }

    /// <exception cref="RequestRefused">400: not a selector, or a field that the resource does not offer.</exception>
    public static FieldSelector Parse(string? text, ResourceType type)
    {
        if (string.IsNullOrEmpty(text)) return Everything;
        var terms = Split(text).Where(term => term.Length > 0).Select(term => Term(text, term)).ToList();
        foreach (var term in terms) SelectableFields.Check(type, term.Field);
        return new FieldSelector(terms);
    }

    static IEnumerable<string> Split(string text)
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

    static FieldTerm Term(string whole, string term)
    {
        for (var index = 0; index < term.Length; index++)
        {
            if (term[index] == '\\') index++;
            else if (term.AsSpan(index).StartsWith("!=")) return new FieldTerm(term[..index], false, Unescape(term[(index + 2)..]));
            else if (term.AsSpan(index).StartsWith("==")) return new FieldTerm(term[..index], true, Unescape(term[(index + 2)..]));
            else if (term[index] == '=') return new FieldTerm(term[..index], true, Unescape(term[(index + 1)..]));
        }
        throw Refuse.BadRequest($"invalid selector: '{whole}'; can't understand '{term}'");
    }

    static string Unescape(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var index = 0; index < value.Length; index++)
        {
            if (value[index] == '\\' && index + 1 < value.Length) text.Append(value[++index]);
            else if (value[index] is '=' or ',') throw Refuse.BadRequest($"invalid field selector: unescaped character in value: {(int)value[index]}");
            else text.Append(value[index]);
        }
        return text.ToString();
    }
}
