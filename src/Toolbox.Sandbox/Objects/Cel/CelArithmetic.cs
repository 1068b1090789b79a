namespace Toolbox.Sandbox.Objects.Cel;

/// <summary><c>+ - * / %</c> and the negations. Numbers must have the same type; overflow is an error.</summary>
internal static class CelArithmetic
{
    static readonly CelValue.Failure Overflow = new("integer overflow");

    public static CelValue Apply(string @operator, CelValue left, CelValue right)
    {
        try
        {
            return (left, right) switch
            {
                (CelValue.Int a, CelValue.Int b) => Integers(@operator, a.Value, b.Value),
                (CelValue.Uint a, CelValue.Uint b) => Unsigned(@operator, a.Value, b.Value),
                (CelValue.Double a, CelValue.Double b) => Doubles(@operator, a.Value, b.Value),
                _ when @operator == "+" => Add(left, right),
                _ when @operator == "-" => Subtract(left, right),
                _ => CelValue.NoSuchOverload,
            };
        }
        catch (Exception overflow) when (overflow is OverflowException or ArgumentOutOfRangeException)
        {
            return Overflow;
        }
    }

    public static CelValue Negate(string @operator, CelValue operand) => (@operator, operand) switch
    {
        ("!", CelValue.Bool value) => new CelValue.Bool(!value.Value),
        ("-", CelValue.Int value) => value.Value == long.MinValue ? Overflow : new CelValue.Int(-value.Value),
        ("-", CelValue.Double value) => new CelValue.Double(-value.Value),
        ("-", CelValue.Duration value) => new CelValue.Duration(-value.Value),
        _ => CelValue.NoSuchOverload,
    };

    static CelValue Integers(string @operator, long left, long right) => (@operator, right) switch
    {
        ("/", 0) => new CelValue.Failure("division by zero"),
        ("%", 0) => new CelValue.Failure("modulus by zero"),
        ("+", _) => new CelValue.Int(checked(left + right)),
        ("-", _) => new CelValue.Int(checked(left - right)),
        ("*", _) => new CelValue.Int(checked(left * right)),
        ("/", _) => new CelValue.Int(checked(left / right)),
        _ => right == -1 ? new CelValue.Int(0) : new CelValue.Int(left % right),
    };

    static CelValue Unsigned(string @operator, ulong left, ulong right) => (@operator, right) switch
    {
        ("/", 0) => new CelValue.Failure("division by zero"),
        ("%", 0) => new CelValue.Failure("modulus by zero"),
        ("+", _) => new CelValue.Uint(checked(left + right)),
        ("-", _) => new CelValue.Uint(checked(left - right)),
        ("*", _) => new CelValue.Uint(checked(left * right)),
        ("/", _) => new CelValue.Uint(left / right),
        _ => new CelValue.Uint(left % right),
    };

    static CelValue Doubles(string @operator, double left, double right) => @operator switch
    {
        "+" => new CelValue.Double(left + right),
        "-" => new CelValue.Double(left - right),
        "*" => new CelValue.Double(left * right),
        "/" => new CelValue.Double(left / right),
        _ => CelValue.NoSuchOverload,
    };

    static CelValue Add(CelValue left, CelValue right) => (left, right) switch
    {
        (CelValue.Text a, CelValue.Text b) => new CelValue.Text(a.Value + b.Value),
        (CelValue.Bytes a, CelValue.Bytes b) => new CelValue.Bytes([.. a.Value, .. b.Value]),
        (CelValue.List a, CelValue.List b) => a with { Items = a.IsUnordered ? Union(a, b) : [.. a.Items, .. b.Items] },
        (CelValue.Duration a, CelValue.Duration b) => new CelValue.Duration(a.Value + b.Value),
        (CelValue.Timestamp a, CelValue.Duration b) => new CelValue.Timestamp(a.Value + b.Value),
        (CelValue.Duration a, CelValue.Timestamp b) => new CelValue.Timestamp(b.Value + a.Value),
        _ => CelValue.NoSuchOverload,
    };

    static CelValue Subtract(CelValue left, CelValue right) => (left, right) switch
    {
        (CelValue.Duration a, CelValue.Duration b) => new CelValue.Duration(a.Value - b.Value),
        (CelValue.Timestamp a, CelValue.Timestamp b) => new CelValue.Duration(a.Value - b.Value),
        (CelValue.Timestamp a, CelValue.Duration b) => new CelValue.Timestamp(a.Value - b.Value),
        _ => CelValue.NoSuchOverload,
    };

    // Sets unite; associative lists take the right one's item where both have the key.
    static IReadOnlyList<CelValue> Union(CelValue.List left, CelValue.List right)
    {
        var items = left.Items.ToList();
        foreach (var item in right.Items)
        {
            var index = items.FindIndex(known => IsSame(known, item, left.Keys));
            if (index < 0) items.Add(item);
            else items[index] = item;
        }
        return items;
    }

    static bool IsSame(CelValue left, CelValue right, IReadOnlyList<string>? keys) =>
        keys is { Count: > 0 } && left is CelValue.Map a && right is CelValue.Map b
            ? keys.All(key => CelOperators.AreEqual(Member(a, key), Member(b, key)))
            : CelOperators.AreEqual(left, right);

    static CelValue Member(CelValue.Map map, string key) => map.Entries.GetValueOrDefault(new CelValue.Text(key)) ?? new CelValue.Null();
}
