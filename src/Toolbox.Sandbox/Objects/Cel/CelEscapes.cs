using System.Globalization;
using System.Text;

namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>Escapes in string literals and in the names of fields.</summary>
internal static class CelEscapes
{
    const string Plain = "abfnrtv\\?\"'`";
    const string Meaning = "\a\b\f\n\r\t\v\\?\"'`";

    static readonly string[] Keywords =
        ["true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
         "package", "namespace", "return", "var", "void", "while"];

    /// <summary>Reads the escape at the position, which stands on its backslash.</summary>
    public static void Read(string text, ref int position, StringBuilder value)
    {
        var start = position++;
        var kind = position < text.Length ? text[position++] : '\0';
        if (Plain.IndexOf(kind) is >= 0 and var index)
        {
            value.Append(Meaning[index]);
            return;
        }
        var (digits, numberBase, skipped) = kind switch
        {
            'x' or 'X' => (2, 16, 0),
            'u' => (4, 16, 0),
            'U' => (8, 16, 0),
            >= '0' and <= '3' => (3, 8, 1),
            _ => (0, 10, 0),
        };
        position -= skipped;
        if (digits == 0 || position + digits > text.Length || !TryCode(text.Substring(position, digits), numberBase, out var code))
            throw new CelSyntaxException(start, "Syntax error: unable to unescape string");
        position += digits;
        value.Append(char.ConvertFromUtf32(code));
    }

    static bool TryCode(string digits, int numberBase, out int code)
    {
        code = 0;
        foreach (var digit in digits)
        {
            var value = Convert.ToInt32(char.IsAsciiHexDigit(digit) ? int.Parse(digit.ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : 99);
            if (value >= numberBase) return false;
            code = (code * numberBase) + value;
        }
        return code is <= 0x10ffff and not (>= 0xd800 and <= 0xdfff);
    }

    /// <summary>The property that an expression names: Kubernetes spells characters that CEL does not allow, and keywords, with underscores.</summary>
    public static string PropertyName(string identifier)
    {
        if (!identifier.Contains("__", StringComparison.Ordinal)) return identifier;
        if (identifier.StartsWith("__", StringComparison.Ordinal) && identifier.EndsWith("__", StringComparison.Ordinal) && identifier.Length > 4
            && Keywords.Contains(identifier[2..^2]))
            return identifier[2..^2];
        return identifier.Replace("__dot__", ".", StringComparison.Ordinal).Replace("__dash__", "-", StringComparison.Ordinal)
            .Replace("__slash__", "/", StringComparison.Ordinal).Replace("__underscores__", "__", StringComparison.Ordinal);
    }
}
