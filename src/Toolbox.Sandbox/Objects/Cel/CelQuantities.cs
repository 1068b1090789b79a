using System.Globalization;
using System.Text.RegularExpressions;

namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>Kubernetes quantities: <c>quantity('1.5Gi')</c> and their comparison.</summary>
internal static partial class CelQuantities
{
    static readonly Dictionary<string, decimal> Units = new(StringComparer.Ordinal)
    {
        [""] = 1m, ["n"] = 1e-9m, ["u"] = 1e-6m, ["m"] = 1e-3m, ["k"] = 1e3m, ["M"] = 1e6m, ["G"] = 1e9m, ["T"] = 1e12m, ["P"] = 1e15m, ["E"] = 1e18m,
        ["Ki"] = 1L << 10, ["Mi"] = 1L << 20, ["Gi"] = 1L << 30, ["Ti"] = 1L << 40, ["Pi"] = 1L << 50, ["Ei"] = 1L << 60,
    };

    public static readonly HashSet<string> Names =
        ["quantity", "isQuantity", "isInteger", "asInteger", "asApproximateFloat", "sign", "add", "sub", "isLessThan", "isGreaterThan", "compareTo"];

    public static CelValue? Call(string name, IReadOnlyList<CelValue> arguments) => (name, arguments) switch
    {
        ("isQuantity", [CelValue.Text text]) => new CelValue.Bool(TryParse(text.Value, out _)),
        ("quantity", [CelValue.Text text]) => TryParse(text.Value, out var value)
            ? new CelValue.Quantity(value)
            : new CelValue.Failure("quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"),
        ("isInteger", [CelValue.Quantity quantity]) => new CelValue.Bool(quantity.Value == decimal.Truncate(quantity.Value) && Math.Abs(quantity.Value) <= long.MaxValue),
        ("asInteger", [CelValue.Quantity quantity]) => quantity.Value == decimal.Truncate(quantity.Value) && Math.Abs(quantity.Value) <= long.MaxValue
            ? new CelValue.Int((long)quantity.Value)
            : new CelValue.Failure("cannot convert value to integer"),
        ("asApproximateFloat", [CelValue.Quantity quantity]) => new CelValue.Double((double)quantity.Value),
        ("sign", [CelValue.Quantity quantity]) => new CelValue.Int(Math.Sign(quantity.Value)),
        ("add", [CelValue.Quantity left, var right]) when TryNumber(right, out var number) => new CelValue.Quantity(left.Value + number),
        ("sub", [CelValue.Quantity left, var right]) when TryNumber(right, out var number) => new CelValue.Quantity(left.Value - number),
        ("isLessThan", [CelValue.Quantity left, CelValue.Quantity right]) => new CelValue.Bool(left.Value < right.Value),
        ("isGreaterThan", [CelValue.Quantity left, CelValue.Quantity right]) => new CelValue.Bool(left.Value > right.Value),
        ("compareTo", [CelValue.Quantity left, CelValue.Quantity right]) => new CelValue.Int(left.Value.CompareTo(right.Value)),
        _ => null,
    };

    static bool TryNumber(CelValue value, out decimal number)
    {
        (var isNumber, number) = value switch
        {
            CelValue.Quantity quantity => (true, quantity.Value),
            CelValue.Int integer => (true, integer.Value),
            _ => (false, 0m),
        };
        return isNumber;
    }

    static bool TryParse(string text, out decimal value)
    {
        value = 0;
        var match = Pattern().Match(text);
        if (!match.Success) return false;
        var number = match.Groups[1].Value + match.Groups[2].Value;
        if (!decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)) return false;
        var unit = Units[match.Groups[3].Value];
        if (Math.Abs(amount) > decimal.MaxValue / Math.Max(1, unit)) return false;
        value = amount * unit;
        return true;
    }

    [GeneratedRegex(@"\A([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d{1,2})|(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?)\z")]
    private static partial Regex Pattern();
}
