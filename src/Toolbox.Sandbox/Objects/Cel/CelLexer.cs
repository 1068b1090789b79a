using System.Globalization;
using System.Text;

namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>Splits an expression into tokens.</summary>
internal sealed class CelLexer
{
    static readonly string[] Symbols =
        ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", ".", ",", "(", ")", "[", "]", "{", "}"];

    readonly string text;
    int position;

    CelLexer(string text) => this.text = text;

    public static IReadOnlyList<CelToken> Split(string text)
    {
        var lexer = new CelLexer(text);
        var tokens = new List<CelToken>();
        do tokens.Add(lexer.Next());
        while (tokens[^1].Kind != CelTokenKind.End);
        return tokens;
    }

    CelToken Next()
    {
        SkipBlanks();
        if (position == text.Length) return new CelToken(CelTokenKind.End, "<EOF>", position);
        var start = position;
        if (StringPrefix() is { } prefix) return Quoted(prefix, start);
        var first = text[position];
        if (first == '`') return Backquoted(start);
        if (char.IsAsciiLetter(first) || first == '_') return new CelToken(CelTokenKind.Identifier, TakeWhile(IsWordCharacter), start);
        if (char.IsAsciiDigit(first) || (first == '.' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]))) return Number(start);
        foreach (var symbol in Symbols)
            if (string.CompareOrdinal(text, position, symbol, 0, symbol.Length) == 0)
            {
                position += symbol.Length;
                return new CelToken(CelTokenKind.Symbol, symbol, start);
            }
        throw new CelSyntaxException(start, $"Syntax error: token recognition error at: '{first}'");
    }

    static bool IsWordCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    void SkipBlanks()
    {
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position])) position++;
            else if (string.CompareOrdinal(text, position, "//", 0, 2) == 0) TakeWhile(character => character != '\n');
            else return;
        }
    }

    string TakeWhile(Func<char, bool> condition)
    {
        var start = position;
        while (position < text.Length && condition(text[position])) position++;
        return text[start..position];
    }

    CelToken Number(int start)
    {
        if (string.CompareOrdinal(text, position, "0x", 0, 2) == 0)
        {
            position += 2;
            return Integer(long.Parse("0" + TakeWhile(char.IsAsciiHexDigit), NumberStyles.HexNumber, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), start);
        }
        var isFloat = false;
        TakeWhile(char.IsAsciiDigit);
        if (position + 1 < text.Length && text[position] == '.' && char.IsAsciiDigit(text[position + 1]))
        {
            isFloat = true;
            position++;
            TakeWhile(char.IsAsciiDigit);
        }
        if (position < text.Length && text[position] is 'e' or 'E')
        {
            isFloat = true;
            position++;
            if (position < text.Length && text[position] is '+' or '-') position++;
            TakeWhile(char.IsAsciiDigit);
        }
        return isFloat ? new CelToken(CelTokenKind.Float, text[start..position], start) : Integer(text[start..position], start);
    }

    CelToken Integer(string digits, int start)
    {
        if (position == text.Length || text[position] is not ('u' or 'U')) return new CelToken(CelTokenKind.Integer, digits, start);
        position++;
        return new CelToken(CelTokenKind.UnsignedInteger, digits, start);
    }

    CelToken Backquoted(int start)
    {
        position++;
        var name = TakeWhile(character => character is not ('`' or '\n'));
        if (position == text.Length || text[position] != '`') throw new CelSyntaxException(start, "Syntax error: token recognition error at: '`'");
        position++;
        return new CelToken(CelTokenKind.Identifier, name, start);
    }

    /// <summary>The letters before a quote (<c>r</c> raw, <c>b</c> bytes); null when no string begins here.</summary>
    string? StringPrefix()
    {
        for (var length = 0; length <= 2 && position + length < text.Length; length++)
        {
            if (text[position + length] is '"' or '\'') return text[position..(position + length)].ToLowerInvariant();
            if (text[position + length] is not ('r' or 'R' or 'b' or 'B')) return null;
        }
        return null;
    }

    CelToken Quoted(string prefix, int start)
    {
        position += prefix.Length;
        var quote = text[position].ToString();
        if (string.CompareOrdinal(text, position, quote + quote + quote, 0, 3) == 0) quote += quote + quote;
        position += quote.Length;
        var value = new StringBuilder();
        while (string.CompareOrdinal(text, position, quote, 0, quote.Length) != 0)
        {
            if (position >= text.Length || (quote.Length == 1 && text[position] == '\n'))
                throw new CelSyntaxException(start, $"Syntax error: token recognition error at: '{text[start..Math.Min(position, text.Length)]}'");
            if (text[position] == '\\' && !prefix.Contains('r')) CelEscapes.Read(text, ref position, value);
            else value.Append(text[position++]);
        }
        position += quote.Length;
        return new CelToken(prefix.Contains('b') ? CelTokenKind.Bytes : CelTokenKind.Text, value.ToString(), start);
    }
}
