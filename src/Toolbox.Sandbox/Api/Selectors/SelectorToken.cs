namespace Toolbox.Sandbox.Api.Selectors;

/// <summary>A word of a label selector: an identifier, one of the symbols, or the end.</summary>
/// <param name="Symbol">The symbol, <c>id</c> for an identifier, <c>end</c> at the end.</param>
readonly record struct SelectorToken(string Symbol, string Text)
{
    public const string Identifier = "id";
    public const string End = "end";

    static readonly string[] Symbols = ["=", "==", "!=", "!", "(", ")", ",", ">", "<"];

    public static List<SelectorToken> Scan(string text)
    {
        var tokens = new List<SelectorToken>();
        for (var index = 0; index < text.Length;)
        {
            if (char.IsWhiteSpace(text[index])) index++;
            else index = IsSymbol(text[index]) ? ScanSymbol(text, index, tokens) : ScanIdentifier(text, index, tokens);
        }
        tokens.Add(new SelectorToken(End, ""));
        return tokens;
    }

    static int ScanSymbol(string text, int start, List<SelectorToken> tokens)
    {
        var length = start + 1 < text.Length && Symbols.Contains(text.Substring(start, 2)) ? 2 : 1;
        var symbol = text.Substring(start, length);
        tokens.Add(new SelectorToken(symbol, symbol));
        return start + length;
    }

    static int ScanIdentifier(string text, int start, List<SelectorToken> tokens)
    {
        var end = start;
        while (end < text.Length && !IsSymbol(text[end]) && !char.IsWhiteSpace(text[end])) end++;
        tokens.Add(new SelectorToken(Identifier, text[start..end]));
        return end;
    }

    static bool IsSymbol(char character) => character is '=' or '!' or '(' or ')' or ',' or '>' or '<';
}
