using System.Globalization;
using System.Text;

namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>All functions: by name and the types of the arguments, of which a target is the first.</summary>
internal static class CelFunctions
{
    static readonly Func<string, IReadOnlyList<CelValue>, CelValue?>[] Groups =
        [Conversion, CelStrings.Call, CelLists.Call, CelTimes.Call, CelQuantities.Call, CelOptionals.Call];

    static readonly HashSet<string> Conversions =
        ["size", "int", "uint", "double", "string", "bool", "bytes", "dyn", "type", "timestamp", "duration"];

    /// <summary>Whether a function of the name exists at all.</summary>
    public static bool IsKnown(string name) =>
        Conversions.Contains(name) || CelStrings.Names.Contains(name) || CelLists.Names.Contains(name) || CelTimes.Names.Contains(name)
        || CelQuantities.Names.Contains(name) || CelOptionals.Names.Contains(name);

    public static CelValue Call(string name, IReadOnlyList<CelValue> arguments)
    {
        foreach (var group in Groups)
            if (group(name, arguments) is { } result) return result;
        return CelValue.NoSuchOverload;
    }

    public static CelValue Decode(string base64)
    {
        var buffer = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, buffer, out var length)
            ? new CelValue.Bytes(buffer[..length])
            : new CelValue.Failure("illegal base64 data");
    }

    static CelValue? Conversion(string name, IReadOnlyList<CelValue> arguments)
    {
        if (arguments is not [var value]) return null;
        return name switch
        {
            "size" => Size(value),
            "dyn" => value,
            "type" => new CelValue.Type(value.TypeName),
            "int" => ToInt(value),
            "uint" => ToUint(value),
            "double" => ToDouble(value),
            "string" => ToText(value),
            "bool" => value switch
            {
                CelValue.Bool => value,
                CelValue.Text { Value: "true" or "True" or "TRUE" or "t" or "1" } => new CelValue.Bool(true),
                CelValue.Text { Value: "false" or "False" or "FALSE" or "f" or "0" } => new CelValue.Bool(false),
                _ => Unconvertible(value, "bool"),
            },
            "bytes" => value is CelValue.Text text ? new CelValue.Bytes(Encoding.UTF8.GetBytes(text.Value)) : value as CelValue.Bytes,
            _ => null,
        };
    }

    static CelValue? Size(CelValue value) => value switch
    {
        CelValue.Text text => new CelValue.Int(text.Value.EnumerateRunes().Count()),
        CelValue.Bytes bytes => new CelValue.Int(bytes.Value.Count),
        CelValue.List list => new CelValue.Int(list.Items.Count),
        CelValue.Map map => new CelValue.Int(map.Entries.Count),
        _ => null,
    };

    static CelValue ToInt(CelValue value) => value switch
    {
        CelValue.Int => value,
        CelValue.Uint number when number.Value <= long.MaxValue => new CelValue.Int((long)number.Value),
        CelValue.Double number when Math.Abs(number.Value) < 9.2e18 => new CelValue.Int((long)number.Value),
        CelValue.Text text when long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => new CelValue.Int(number),
        CelValue.Timestamp time => new CelValue.Int(time.Value.ToUnixTimeSeconds()),
        CelValue.Uint or CelValue.Double => new CelValue.Failure("integer overflow"),
        _ => Unconvertible(value, "int"),
    };

    static CelValue ToUint(CelValue value) => value switch
    {
        CelValue.Uint => value,
        CelValue.Int number when number.Value >= 0 => new CelValue.Uint((ulong)number.Value),
        CelValue.Double number when number.Value is >= 0 and < 1.8e19 => new CelValue.Uint((ulong)number.Value),
        CelValue.Text text when ulong.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => new CelValue.Uint(number),
        CelValue.Int or CelValue.Double => new CelValue.Failure("unsigned integer overflow"),
        _ => Unconvertible(value, "uint"),
    };

    static CelValue ToDouble(CelValue value) => value switch
    {
        CelValue.Double => value,
        CelValue.Int or CelValue.Uint => new CelValue.Double(CelOperators.ToDouble(value)),
        CelValue.Text text when double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => new CelValue.Double(number),
        _ => Unconvertible(value, "double"),
    };

    static CelValue ToText(CelValue value) => value switch
    {
        CelValue.Text => value,
        CelValue.Int number => new CelValue.Text(number.Value.ToString(CultureInfo.InvariantCulture)),
        CelValue.Uint number => new CelValue.Text(number.Value.ToString(CultureInfo.InvariantCulture)),
        CelValue.Double number => new CelValue.Text(JsonNumbers.ToText(number.Value)),
        CelValue.Bool flag => new CelValue.Text(flag.Value ? "true" : "false"),
        CelValue.Bytes bytes => new CelValue.Text(Encoding.UTF8.GetString([.. bytes.Value])),
        CelValue.Timestamp time => new CelValue.Text(CelTimes.Format(time.Value)),
        CelValue.Duration duration => new CelValue.Text(CelTimes.Format(duration.Value)),
        CelValue.Type type => new CelValue.Text(type.Name),
        _ => Unconvertible(value, "string"),
    };

    static CelValue.Failure Unconvertible(CelValue value, string type) => new($"type conversion error from '{value.TypeName}' to '{type}'");
}
