using System.Globalization;

namespace Toolbox.Sandbox.Api.Json;

/// <summary>Whole numbers as YAML 1.1, and with it kubectl, reads them: <c>0644</c> is octal, <c>0x1f</c> and <c>0b1</c> exist, underscores group digits.</summary>
static class YamlIntegers
{
    /// <summary>Null for all that is no whole number of 64 bits.</summary>
    public static long? Read(string text)
    {
        var negative = text.StartsWith('-');
        var unsigned = text[(negative || text.StartsWith('+') ? 1 : 0)..];
        if (unsigned.Length == 0 || !char.IsAsciiDigit(unsigned[0]) || unsigned.EndsWith('_'))
            return null;
        var digits = unsigned.Replace("_", "", StringComparison.Ordinal);
        return Parse(digits) is not { } magnitude ? null
            : negative ? (magnitude <= (ulong)long.MaxValue + 1 ? unchecked(-(long)magnitude) : null)
            : magnitude <= long.MaxValue ? (long)magnitude : null;
    }

    static ulong? Parse(string digits) => digits switch
    {
        ['0', 'x' or 'X', .. var rest] => ulong.TryParse(rest, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : null,
        ['0', 'b' or 'B', .. var rest] => ulong.TryParse(rest, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture, out var number) ? number : null,
        ['0', 'o', .. var rest] => Octal(rest),
        ['0', _, ..] => Octal(digits),
        _ => ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    // 21 digits of three bits each are all that fit.
    static ulong? Octal(string digits) => digits.Length is > 0 and <= 22 && digits.All(digit => digit is >= '0' and <= '7')
        ? digits.Aggregate(0UL, (sum, digit) => (sum << 3) + (ulong)(digit - '0'))
        : null;
}
