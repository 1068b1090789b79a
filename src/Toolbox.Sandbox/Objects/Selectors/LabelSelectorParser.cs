namespace Toolbox.Sandbox.Objects;

/// <summary>The grammar and the messages of k8s.io/apimachinery's label selector parser.</summary>
internal sealed class LabelSelectorParser
{
    const string Symbols = "=!(),><";
    static readonly string[] Tokens = ["==", "!=", "=", "!", "(", ")", ",", ">", "<"];

    readonly List<string> tokens;
    int next;

    LabelSelectorParser(string text) => tokens = Split(text);

    public static IReadOnlyList<LabelRequirement> Parse(string text)
    {
        var requirements = new LabelSelectorParser(text).Requirements();
        return [.. requirements.OrderBy(requirement => requirement.Key, StringComparer.Ordinal)];
    }

    string Peek => next < tokens.Count ? tokens[next] : "";

    string Take() => next < tokens.Count ? tokens[next++] : "";

    static bool IsIdentifier(string token) => token.Length > 0 && !Symbols.Contains(token[0]);

    List<LabelRequirement> Requirements()
    {
        var requirements = new List<LabelRequirement>();
        while (Peek.Length > 0)
        {
            if (!IsIdentifier(Peek) && Peek != "!") throw new SelectorException($"found '{Peek}', expected: !, identifier, or 'end of string'");
            requirements.Add(Requirement());
            var separator = Take();
            if (separator.Length == 0) break;
            if (separator != ",") throw new SelectorException($"found '{separator}', expected: ',' or 'end of string'");
            if (!IsIdentifier(Peek) && Peek != "!") throw new SelectorException($"found '{Peek}', expected: identifier after ','");
        }
        return requirements;
    }

    LabelRequirement Requirement()
    {
        var token = Take();
        var negated = token == "!";
        if (negated) token = Take();
        if (!IsIdentifier(token)) throw Unparsable($"found '{token}', expected: identifier");
        try
        {
            if (Peek is "" or ",") return LabelRequirement.Create(token, negated ? LabelOperator.DoesNotExist : LabelOperator.Exists, []);
            if (negated) return LabelRequirement.Create(token, LabelOperator.DoesNotExist, []);
            var @operator = Operator();
            return LabelRequirement.Create(token, @operator, @operator is LabelOperator.In or LabelOperator.NotIn ? Values() : [ExactValue()]);
        }
        catch (SelectorException complaint) when (!complaint.Message.StartsWith("unable", StringComparison.Ordinal))
        {
            throw Unparsable(complaint.Message);
        }
    }

    LabelOperator Operator() => Take() switch
    {
        "in" => LabelOperator.In,
        "notin" => LabelOperator.NotIn,
        "=" or "==" => LabelOperator.Equals,
        "!=" => LabelOperator.NotEquals,
        ">" => LabelOperator.GreaterThan,
        "<" => LabelOperator.LessThan,
        var other => throw Unparsable($"found '{other}', expected: in, notin, =, ==, !=, gt, lt"),
    };

    string ExactValue()
    {
        if (Peek is "" or ",") return "";
        var token = Take();
        return IsIdentifier(token) ? token : throw Unparsable($"found '{token}', expected: identifier");
    }

    /// <summary>Values in parentheses; an empty place between commas is the empty string.</summary>
    string[] Values()
    {
        if (Take() is var open && open != "(") throw Unparsable($"found '{open}' expected: '('");
        var values = new SortedSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var value = IsIdentifier(Peek) ? Take() : "";
            values.Add(value);
            var separator = Take();
            if (separator == ")") return [.. values];
            if (separator != ",") throw Unparsable($"found '{separator}', expected: ',' or ')'");
        }
    }

    static SelectorException Unparsable(string complaint) => new($"unable to parse requirement: {complaint}");

    static List<string> Split(string text)
    {
        var tokens = new List<string>();
        for (var index = 0; index < text.Length;)
        {
            if (char.IsWhiteSpace(text[index]))
            {
                index++;
                continue;
            }
            var rest = text[index..];
            var token = Tokens.FirstOrDefault(symbol => rest.StartsWith(symbol, StringComparison.Ordinal))
                ?? new string([.. rest.TakeWhile(character => !char.IsWhiteSpace(character) && !Symbols.Contains(character))]);
            tokens.Add(token);
            index += token.Length;
        }
        return tokens;
    }
}
