using System.Globalization;
using System.Text;

namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>Parses an expression by recursive descent; the nesting is bounded.</summary>
internal sealed class CelParser
{
    const int DeepestNesting = 100;
    static readonly string[][] BinaryLevels = [["||"], ["&&"], ["<", "<=", ">=", ">", "==", "!=", "in"], ["+", "-"], ["*", "/", "%"]];
    static readonly string[] Reserved = ["as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while"];

    readonly IReadOnlyList<CelToken> tokens;
    int next;
    int depth;

    CelParser(string text) => tokens = CelLexer.Split(text);

    /// <exception cref="CelSyntaxException">The text is not an expression.</exception>
    public static CelExpression Parse(string text)
    {
        var parser = new CelParser(text);
        var expression = parser.Expression();
        return parser.Current.Kind == CelTokenKind.End ? expression : throw parser.Unexpected("<EOF>");
    }

    CelToken Current => tokens[next];

    // "in" is an operator that looks like a name.
    bool Is(string symbol) => Current.Text == symbol && Current.Kind is (CelTokenKind.Symbol or CelTokenKind.Identifier);

    bool Takes(string symbol)
    {
        if (!Is(symbol)) return false;
        next++;
        return true;
    }

    void Expect(string symbol)
    {
        if (!Takes(symbol)) throw Unexpected($"'{symbol}'");
    }

    CelSyntaxException Unexpected(string expected) =>
        new(Current.Position, $"Syntax error: mismatched input '{Current.Text}' expecting {expected}");

    CelExpression Expression()
    {
        if (++depth > DeepestNesting) throw new CelSyntaxException(Current.Position, $"expression recursion limit exceeded: {DeepestNesting}");
        var condition = Binary(0);
        if (Current is { Text: "?" } question && Takes("?"))
        {
            var then = Binary(0);
            Expect(":");
            condition = new CelExpression.Conditional(question.Position, condition, then, Expression());
        }
        depth--;
        return condition;
    }

    CelExpression Binary(int level)
    {
        if (level == BinaryLevels.Length) return Unary();
        var left = Binary(level + 1);
        while (BinaryLevels[level].Any(Is))
        {
            var @operator = tokens[next++];
            left = new CelExpression.Binary(@operator.Position, @operator.Text, left, Binary(level + 1));
        }
        return left;
    }

    CelExpression Unary()
    {
        var token = Current;
        if (!Is("!") && !Is("-")) return Member();
        if (++depth > DeepestNesting) throw new CelSyntaxException(token.Position, $"expression recursion limit exceeded: {DeepestNesting}");
        next++;
        // The smallest integer has no positive counterpart.
        CelExpression operand = token.Text == "-" && Current is { Kind: CelTokenKind.Integer, Text: "9223372036854775808" }
            ? Smallest()
            : new CelExpression.Unary(token.Position, token.Text, Unary());
        depth--;
        return operand;
    }

    CelExpression.Literal Smallest() => new(tokens[next++].Position, new CelValue.Int(long.MinValue));

    CelExpression Member()
    {
        var expression = Primary();
        while (true)
        {
            var position = Current.Position;
            if (Takes("[")) expression = IndexOf(expression, position);
            else if (Takes(".")) expression = FieldOrCall(expression, position);
            else return expression;
        }
    }

    CelExpression.Index IndexOf(CelExpression operand, int position)
    {
        var isOptional = Takes("?");
        var index = new CelExpression.Index(position, operand, Expression(), isOptional);
        Expect("]");
        return index;
    }

    CelExpression FieldOrCall(CelExpression operand, int position)
    {
        var isOptional = Takes("?");
        var name = Name();
        if (isOptional || !Is("(")) return new CelExpression.Select(position, operand, name, isOptional);
        var call = Current.Position;
        return CelMacros.Expand(call, operand, name, Arguments(")"));
    }

    string Name() => Current.Kind == CelTokenKind.Identifier ? tokens[next++].Text : throw Unexpected("IDENTIFIER");

    List<CelExpression> Arguments(string end)
    {
        next++;
        var arguments = new List<CelExpression>();
        while (!Is(end))
        {
            arguments.Add(Expression());
            if (!Takes(",")) break;
        }
        Expect(end);
        return arguments;
    }

    CelExpression Primary()
    {
        var token = Current;
        if (token.Kind == CelTokenKind.Symbol)
            return token.Text switch
            {
                "(" => Parenthesized(),
                "[" => new CelExpression.ListLiteral(token.Position, Arguments("]")),
                "{" => Map(),
                _ => throw Unexpected("an expression"),
            };
        if (token.Kind == CelTokenKind.End) throw Unexpected("an expression");
        next++;
        return token.Kind == CelTokenKind.Identifier ? NameOrCall(token) : new CelExpression.Literal(token.Position, Constant(token));
    }

    CelExpression Parenthesized()
    {
        next++;
        var inner = Expression();
        Expect(")");
        return inner;
    }

    CelExpression.MapLiteral Map()
    {
        var position = tokens[next++].Position;
        var entries = new List<(CelExpression, CelExpression)>();
        while (!Is("}"))
        {
            var key = Expression();
            Expect(":");
            entries.Add((key, Expression()));
            if (!Takes(",")) break;
        }
        Expect("}");
        return new CelExpression.MapLiteral(position, entries);
    }

    CelExpression NameOrCall(CelToken name)
    {
        if (name.Text is "true" or "false") return new CelExpression.Literal(name.Position, new CelValue.Bool(name.Text == "true"));
        if (name.Text == "null") return new CelExpression.Literal(name.Position, new CelValue.Null());
        if (Reserved.Contains(name.Text)) throw new CelSyntaxException(name.Position, $"reserved identifier: {name.Text}");
        if (!Is("(")) return new CelExpression.Identifier(name.Position, name.Text);
        var position = Current.Position;
        return CelMacros.Expand(position, null, name.Text, Arguments(")"));
    }

    static CelValue Constant(CelToken token) => token.Kind switch
    {
        CelTokenKind.Text => new CelValue.Text(token.Text),
        CelTokenKind.Bytes => new CelValue.Bytes([.. Encoding.UTF8.GetBytes(token.Text)]),
        CelTokenKind.Float => new CelValue.Double(double.Parse(token.Text, CultureInfo.InvariantCulture)),
        CelTokenKind.UnsignedInteger when ulong.TryParse(token.Text, CultureInfo.InvariantCulture, out var number) => new CelValue.Uint(number),
        CelTokenKind.Integer when long.TryParse(token.Text, CultureInfo.InvariantCulture, out var number) => new CelValue.Int(number),
        _ => throw new CelSyntaxException(token.Position, "Syntax error: invalid int literal"),
    };
}
