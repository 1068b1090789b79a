using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>
/// Numbers as the API server decodes them: a JSON number without fraction and exponent that fits 64 bits is an integer, every other one
/// a float (sigs.k8s.io/json), so <c>2</c> and <c>2.0</c> differ.
/// </summary>
internal static class JsonNumbers
{
    public static bool IsNumber(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number;

    public static bool TryInteger(JsonNode? node, out long integer)
    {
        integer = 0;
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number) return false;
        return value.TryGetValue<JsonElement>(out var element)
            ? element.TryGetInt64(out integer)
            : long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out integer);
    }

    public static double ToDouble(JsonNode number) => number is JsonValue value && value.TryGetValue<JsonElement>(out var element)
        ? element.GetDouble()
        : double.Parse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The number as Go prints it with <c>%v</c>: <c>2</c> for <c>2.0</c>, exponents from 21 digits on.</summary>
    public static string ToText(JsonNode number)
    {
        if (TryInteger(number, out var integer)) return integer.ToString(CultureInfo.InvariantCulture);
        return ToText(ToDouble(number));
    }

    public static string ToText(double number)
    {
        if (double.IsInfinity(number)) return number > 0 ? "+Inf" : "-Inf";
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        if (!shortest.Contains('E')) return shortest;
        return Math.Abs(number) is >= 1e-4 and < 1e21
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : shortest.Replace('E', 'e');
    }
}
