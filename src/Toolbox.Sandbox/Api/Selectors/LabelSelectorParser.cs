using Toolbox.Sandbox.Api.Refusals;

namespace Toolbox.Sandbox.Api.Selectors;

/// <summary>Parses the <c>labelSelector</c> of a query; the grammar and the messages are those of apimachinery's labels package.</summary>
sealed class LabelSelectorParser
{
    readonly List<SelectorToken> _tokens;
    int _next;

    LabelSelectorParser(string text) => _tokens = SelectorToken.Scan(text);

    /// <exception cref="RequestRefused">400 with what was found and what was expected.</exception>
    public static LabelSelector Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return LabelSelector.Everything;
        return new LabelSelector(new LabelSelectorParser(text).All());
    }

    SelectorToken Ahead => _tokens[_next];

    SelectorToken Take() => _tokens[_next].Symbol == SelectorToken.End ? _tokens[_next] : _tokens[_next++];

    List<LabelRequirement> All()
    {
        var requirements = new List<LabelRequirement>();
        while (true)
        {
            if (Ahead.Symbol == SelectorToken.End) return requirements;
            if (Ahead.Symbol is not (SelectorToken.Identifier or "!")) throw Found(Ahead, ", expected: !, identifier, or 'end of string'");
            requirements.Add(One());
            var token = Take();
            if (token.Symbol == SelectorToken.End) return requirements;
            if (token.Symbol != ",") throw Found(token, ", expected: ',' or 'end of string'");
            if (Ahead.Symbol is not (SelectorToken.Identifier or "!")) throw Found(Ahead, ", expected: identifier after ','");
        }
    }

    LabelRequirement One()
    {
        var absent = Ahead.Symbol == "!";
        if (absent) Take();
        var key = Identifier();
        if (absent) return new LabelRequirement(key, "absent", []);
        if (Ahead.Symbol is SelectorToken.End or ",") return new LabelRequirement(key, "exists", []);
        var token = Take();
        return (token.Symbol, token.Text) switch
        {
            ("=" or "==", _) => new LabelRequirement(key, "in", [Value()]),
            ("!=", _) => new LabelRequirement(key, "notin", [Value()]),
            (">" or "<", _) => new LabelRequirement(key, token.Symbol, [Value()]),
            (SelectorToken.Identifier, "in" or "notin") => new LabelRequirement(key, token.Text, Values()),
            _ => throw Unparsable(token, ", expected: in, notin, =, ==, !=, gt, lt"),
        };
    }

    List<string> Values()
    {
        var values = new List<string>();
        if (Take() is { Symbol: not "(" } open) throw Unparsable(open, " expected: '('");
        while (true)
        {
            values.Add(Ahead.Symbol is "," or ")" ? "" : Identifier());
            var token = Take();
            if (token.Symbol == ")") return values;
            if (token.Symbol != ",") throw Unparsable(token, ", expected: ',' or ')'");
        }
    }

    string Value() => Ahead.Symbol is SelectorToken.End or "," ? "" : Identifier();

    string Identifier()
    {
        var token = Take();
        return token.Symbol == SelectorToken.Identifier ? token.Text : throw Unparsable(token, ", expected: identifier");
    }

    static RequestRefused Found(SelectorToken token, string expected) => Refuse.BadRequest($"found '{token.Text}'{expected}");

    static RequestRefused Unparsable(SelectorToken token, string expected) => Refuse.BadRequest($"unable to parse requirement: found '{token.Text}'{expected}");
}
