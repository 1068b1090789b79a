using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Toolbox.Sandbox.Objects;

/// <summary>The string formats that the server checks; all others are accepted unseen.</summary>
internal static partial class StringFormats
{
    public static bool IsValid(string format, string text) => format switch
    {
        "date-time" or "datetime" => DateTimePattern().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "duration" => DurationPattern().IsMatch(text),
        "uuid" or "uuid3" or "uuid4" or "uuid5" => UuidPattern().IsMatch(text),
        "ipv4" => text.Count(character => character == '.') == 3 && IPAddress.TryParse(text, out _),
        "ipv6" => text.Contains(':') && IPAddress.TryParse(text, out _),
        "cidr" => text.Contains('/') && IPNetwork.TryParse(text, out _),
        "mac" => MacPattern().IsMatch(text),
        "email" => MailAddress.TryCreate(text, out _),
        "hostname" => text.Length is > 0 and <= 255 && HostnamePattern().IsMatch(text),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "byte" => Convert.TryFromBase64String(text, new byte[text.Length], out _),
        "bsonobjectid" => ObjectIdPattern().IsMatch(text),
        "hexcolor" => HexColorPattern().IsMatch(text),
        "isbn10" => text.Replace("-", "", StringComparison.Ordinal).Length == 10,
        "isbn13" => text.Replace("-", "", StringComparison.Ordinal).Length == 13,
        "creditcard" => text.Count(char.IsAsciiDigit) is >= 13 and <= 19,
        "ssn" => SocialSecurityPattern().IsMatch(text),
        _ => true,
    };

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?([Zz]|[+-]\d{2}:?\d{2})?\z")]
    private static partial Regex DateTimePattern();

    [GeneratedRegex(@"\A-?(\d+(\.\d+)?\s*(ns|us|µs|ms|s|m|h|d|w|nanoseconds?|microseconds?|milliseconds?|seconds?|minutes?|hours?|days?|weeks?)\s*)+\z|\A0\z")]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}\z")]
    private static partial Regex UuidPattern();

    [GeneratedRegex(@"\A[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2}){5}\z")]
    private static partial Regex MacPattern();

    [GeneratedRegex(@"\A([a-zA-Z0-9]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?)(\.[a-zA-Z0-9]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?)*\z")]
    private static partial Regex HostnamePattern();

    [GeneratedRegex(@"\A[0-9a-fA-F]{24}\z")]
    private static partial Regex ObjectIdPattern();

    [GeneratedRegex(@"\A#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\z")]
    private static partial Regex HexColorPattern();

    [GeneratedRegex(@"\A\d{3}[- ]?\d{2}[- ]?\d{4}\z")]
    private static partial Regex SocialSecurityPattern();
}
