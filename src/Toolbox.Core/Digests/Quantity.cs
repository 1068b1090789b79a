using System.Globalization;
using System.Numerics;

namespace Toolbox.Core.Digests;

/// <summary>
/// The canonical text of a Kubernetes resource quantity, as the client that wrote the first digests produced it
/// (<c>0.05</c> is <c>50m</c>, <c>2048Mi</c> is <c>2Gi</c>). A fraction with a binary suffix becomes a plain number
/// (<c>1.5Gi</c> is <c>1610612736</c>), where Kubernetes itself would say <c>1536Mi</c>: digests in use depend on it.
/// </summary>
static class Quantity
{
    static readonly string[] DecimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
    static readonly string[] BinarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

    /// <summary>A text that is no quantity is returned as it is; the API server judges it, not a digest.</summary>
    public static string Canonical(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExcept("+-.0123456789");
        var number = digits < 0 ? text : text[..digits];
        var suffix = digits < 0 ? "" : text[digits..];
        if (!TryParse(number, out var unscaled, out var scale)) return text;
        var binary = Array.IndexOf(BinarySuffixes, suffix);
        if (binary > 0) return Binary(unscaled, scale, binary) ?? text;
        var decimalSuffix = Array.IndexOf(DecimalSuffixes, suffix);
        if (decimalSuffix >= 0) return Decimal(unscaled, (decimalSuffix - 3) * 3 - scale, Suffix) ?? text;
        return IsExponent(suffix, out var exponent) ? Decimal(unscaled, exponent - scale, Exponent) ?? text : text;
    }

    static string? Binary(BigInteger unscaled, int scale, int power)
    {
        var value = unscaled * BigInteger.Pow(1024, power);
        if (scale > 0) return Decimal(value, -scale, Suffix);
        var times = RemoveFactors(ref value, 1024);
        return times < BinarySuffixes.Length ? value + BinarySuffixes[times] : null;
    }

    static string? Decimal(BigInteger mantissa, int exponent, Func<int, string?> suffix)
    {
        exponent += RemoveFactors(ref mantissa, 10);
        var tooMuch = ((exponent % 3) + 3) % 3;
        mantissa *= BigInteger.Pow(10, tooMuch);
        return suffix(exponent - tooMuch) is { } text ? mantissa + text : null;
    }

    static int RemoveFactors(ref BigInteger value, int factor)
    {
        var times = 0;
        for (; BigInteger.Abs(value) >= factor && value % factor == 0; times++) value /= factor;
        return times;
    }

    static string? Suffix(int exponent) => exponent is >= -9 and <= 18 ? DecimalSuffixes[exponent / 3 + 3] : null;

    static string Exponent(int exponent) => exponent == 0 ? "" : "e" + exponent.ToString(CultureInfo.InvariantCulture);

    static bool IsExponent(string suffix, out int exponent)
    {
        exponent = 0;
        return suffix.Length is > 1 and < 5 && suffix[0] is 'e' or 'E'
            && int.TryParse(suffix.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
    }

    static bool TryParse(string number, out BigInteger unscaled, out int scale)
    {
        var point = number.IndexOf('.');
        scale = point < 0 ? 0 : number.Length - point - 1;
        return BigInteger.TryParse(
            point < 0 ? number : number.Remove(point, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out unscaled);
    }
}
