using System.Globalization;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>Reads a JSONPath. Every loop consumes text, so it ends.</summary>
internal sealed class JsonPathParser
{
    static readonly string[] Comparisons = ["==", "!=", "<=", ">=", "<", ">"];
    readonly string text;
    int position;

    public JsonPathParser(string text)
    {
        this.text = text.StartsWith('{') && text.EndsWith('}') ? text[1..^1] : text;
        if (this.text.StartsWith('$') || this.text.StartsWith('@')) position = 1;
    }

    public IReadOnlyList<JsonPathStep> Parse()
    {
        var steps = new List<JsonPathStep>();
        while (position < text.Length)
        {
            if (text[position] == '[') steps.Add(Bracket());
            else if (Takes("..")) AddDescent(steps);
            else if (Takes(".") || steps.Count == 0) AddMember(steps);
            else throw Unreadable($"unexpected '{text[position]}'");
        }
        return steps;
    }

    void AddDescent(List<JsonPathStep> steps)
    {
        steps.Add(new JsonPathStep.Descendants());
        AddMember(steps);
    }

    void AddMember(List<JsonPathStep> steps)
    {
        // A lone dot is the root, and a dot before a bracket adds nothing.
        if (position == text.Length || text[position] == '[') return;
        if (Takes("*")) steps.Add(new JsonPathStep.Wildcard());
        else steps.Add(new JsonPathStep.Member(Name()));
    }

    string Name()
    {
        var name = "";
        while (position < text.Length && text[position] is not ('.' or '[' or ']' or ' ' or '=' or '!' or '<' or '>' or ')'))
        {
            if (text[position] == '\\' && position + 1 < text.Length) position++;
            name += text[position++];
        }
        return name.Length > 0 ? name : throw Unreadable("a name is missing");
    }

    JsonPathStep Bracket()
    {
        position++;
        if (Takes("?(")) return FilterStep();
        var choices = new List<JsonPathStep> { Choice() };
        while (Takes(",")) choices.Add(Choice());
        Expect("]");
        return choices.Count == 1 ? choices[0] : new JsonPathStep.Union(choices);
    }

    JsonPathStep Choice()
    {
        SkipSpaces();
        if (Takes("*")) return new JsonPathStep.Wildcard();
        if (position < text.Length && text[position] is '\'' or '"') return new JsonPathStep.Member(Quoted());
        var numbers = new List<int?> { Number() };
        while (Takes(":")) numbers.Add(Number());
        SkipSpaces();
        return numbers switch
        {
            [{ } index] => JsonPathStep.Slice.Item(index),
            [var start, var end] => new JsonPathStep.Slice(start, end, 1),
            [var start, var end, var stride] => new JsonPathStep.Slice(start, end, Math.Max(1, stride ?? 1)),
            _ => throw Unreadable("a subscript is a number, a quoted name, '*', a slice or a filter"),
        };
    }

    int? Number()
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '-')) position++;
        if (start == position) return null;
        return int.TryParse(text.AsSpan(start, position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unreadable($"'{text[start..position]}' is not a number");
    }

    string Quoted()
    {
        var quote = text[position++];
        var name = "";
        while (position < text.Length && text[position] != quote)
        {
            if (text[position] == '\\' && position + 1 < text.Length) position++;
            name += text[position++];
        }
        Expect(quote.ToString());
        return name;
    }

    JsonPathStep FilterStep()
    {
        var left = Operand();
        SkipSpaces();
        var comparison = Comparisons.FirstOrDefault(Takes);
        var right = comparison is null ? null : Operand();
        SkipSpaces();
        Expect(")]");
        return new JsonPathStep.Filter(left, comparison ?? "", right);
    }

    JsonPathOperand Operand()
    {
        SkipSpaces();
        if (position == text.Length) throw Unreadable("the filter has no end");
        if (text[position] is '\'' or '"') return new JsonPathOperand(null, JsonValue.Create(Quoted()));
        var start = position;
        if (text[position] == '@') return new JsonPathOperand(JsonPathExpression.Parse(PathText(start)), null);
        while (position < text.Length && text[position] is not (' ' or ')' or '=' or '!' or '<' or '>')) position++;
        return new JsonPathOperand(null, Literal(text[start..position]));
    }

    string PathText(int start)
    {
        var depth = 0;
        while (position < text.Length && (depth > 0 || text[position] is not (' ' or ')' or '=' or '!' or '<' or '>')))
            depth += text[position++] switch { '[' => 1, ']' => -1, _ => 0 };
        return text[start..position];
    }

    JsonNode? Literal(string word)
    {
        if (word is "true" or "false") return JsonValue.Create(word == "true");
        if (word is "null" or "nil") return null;
        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)) return JsonValue.Create(integer);
        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : throw Unreadable($"'{word}' is not a literal");
    }

    void SkipSpaces()
    {
        while (position < text.Length && text[position] == ' ') position++;
    }

    bool Takes(string expected)
    {
        if (string.CompareOrdinal(text, position, expected, 0, expected.Length) != 0) return false;
        position += expected.Length;
        return true;
    }

    void Expect(string expected)
    {
        SkipSpaces();
        if (!Takes(expected)) throw Unreadable($"expected '{expected}' at position {position}");
    }

    SelectorException Unreadable(string complaint) => new($"invalid JSONPath '{text}': {complaint}");
}
