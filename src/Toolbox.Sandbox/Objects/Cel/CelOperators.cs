namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>The operators on values that did not fail.</summary>
internal static class CelOperators
{
    public static CelValue Apply(string @operator, CelValue left, CelValue right) => @operator switch
    {
        "==" => new CelValue.Bool(AreEqual(left, right)),
        "!=" => new CelValue.Bool(!AreEqual(left, right)),
        "in" => IsIn(left, right),
        "<" or "<=" or ">" or ">=" => Order(@operator, left, right),
        _ => CelArithmetic.Apply(@operator, left, right),
    };

    /// <summary>Numbers of different types are equal by value; everything else only within its type.</summary>
    public static bool AreEqual(CelValue left, CelValue right) => (left, right) switch
    {
        (CelValue.List a, CelValue.List b) => a.Items.Count == b.Items.Count && (a.IsUnordered || b.IsUnordered ? HaveSameItems(a, b) : a.Items.Zip(b.Items).All(pair => AreEqual(pair.First, pair.Second))),
        (CelValue.Map a, CelValue.Map b) => a.Entries.Count == b.Entries.Count && a.Entries.All(entry => TryFind(b, entry.Key, out var other) && AreEqual(entry.Value, other)),
        (CelValue.Bytes a, CelValue.Bytes b) => a.Value.SequenceEqual(b.Value),
        (CelValue.Optional { Value: { } a }, CelValue.Optional { Value: { } b }) => AreEqual(a, b),
        _ => TryCompareNumbers(left, right, out var order) ? order == 0 : left.Equals(right),
    };

    static bool HaveSameItems(CelValue.List left, CelValue.List right) =>
        left.Items.All(item => right.Items.Any(other => AreEqual(item, other))) && right.Items.All(item => left.Items.Any(other => AreEqual(item, other)));

    public static bool TryFind(CelValue.Map map, CelValue key, out CelValue value)
    {
        if (map.Entries.TryGetValue(key, out value!)) return true;
        // A number may have been written in another type than the key.
        foreach (var (candidate, found) in map.Entries)
            if (TryCompareNumbers(candidate, key, out var order) && order == 0)
            {
                value = found;
                return true;
            }
        return false;
    }

    static CelValue IsIn(CelValue value, CelValue container) => container switch
    {
        CelValue.List list => new CelValue.Bool(list.Items.Any(item => AreEqual(item, value))),
        CelValue.Map map => new CelValue.Bool(TryFind(map, value, out _)),
        _ => CelValue.NoSuchOverload,
    };

    static CelValue Order(string @operator, CelValue left, CelValue right)
    {
        if (Compare(left, right) is not { } order) return CelValue.NoSuchOverload;
        return new CelValue.Bool(@operator switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        });
    }

    /// <summary>Null when the values have no order; NaN is greater than nothing and less than nothing.</summary>
    public static int? Compare(CelValue left, CelValue right) => (left, right) switch
    {
        (CelValue.Text a, CelValue.Text b) => string.CompareOrdinal(a.Value, b.Value),
        (CelValue.Bool a, CelValue.Bool b) => a.Value.CompareTo(b.Value),
        (CelValue.Timestamp a, CelValue.Timestamp b) => a.Value.CompareTo(b.Value),
        (CelValue.Duration a, CelValue.Duration b) => a.Value.CompareTo(b.Value),
        (CelValue.Quantity a, CelValue.Quantity b) => a.Value.CompareTo(b.Value),
        _ => TryCompareNumbers(left, right, out var order) ? order : null,
    };

    static bool TryCompareNumbers(CelValue left, CelValue right, out int order)
    {
        (var comparable, order) = (left, right) switch
        {
            (CelValue.Int a, CelValue.Int b) => (true, a.Value.CompareTo(b.Value)),
            (CelValue.Uint a, CelValue.Uint b) => (true, a.Value.CompareTo(b.Value)),
            (CelValue.Int a, CelValue.Uint b) => (true, a.Value < 0 ? -1 : ((ulong)a.Value).CompareTo(b.Value)),
            (CelValue.Uint a, CelValue.Int b) => (true, b.Value < 0 ? 1 : a.Value.CompareTo((ulong)b.Value)),
            (CelValue.Double a, CelValue.Int or CelValue.Uint or CelValue.Double) => (true, a.Value.CompareTo(ToDouble(right))),
            (CelValue.Int or CelValue.Uint, CelValue.Double b) => (true, ToDouble(left).CompareTo(b.Value)),
            _ => (false, 0),
        };
        return comparable;
    }

    public static double ToDouble(CelValue number) => number switch
    {
        CelValue.Int value => value.Value,
        CelValue.Uint value => value.Value,
        CelValue.Double value => value.Value,
        _ => double.NaN,
    };
}
