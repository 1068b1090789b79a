namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>Functions of lists and sets, and the greatest and least of numbers.</summary>
internal static class CelLists
{
    public static readonly HashSet<string> Names =
    [
        "isSorted", "sum", "min", "max", "indexOf", "lastIndexOf", "reverse", "distinct", "flatten", "slice", "sort", "first", "last",
        "sets.contains", "sets.equivalent", "sets.intersects", "math.greatest", "math.least", "math.abs", "math.ceil", "math.floor", "math.round",
    ];

    public static CelValue? Call(string name, IReadOnlyList<CelValue> arguments) => (name, arguments) switch
    {
        ("isSorted", [CelValue.List list]) => IsSorted(list),
        ("sum", [CelValue.List list]) => Sum(list),
        ("min" or "math.least", [CelValue.List list]) => Extreme(name, list.Items, -1),
        ("max" or "math.greatest", [CelValue.List list]) => Extreme(name, list.Items, 1),
        ("math.least", [_, _, ..]) => Extreme(name, arguments, -1),
        ("math.greatest", [_, _, ..]) => Extreme(name, arguments, 1),
        ("indexOf", [CelValue.List list, var item]) => new CelValue.Int(Index(list.Items, item)),
        ("lastIndexOf", [CelValue.List list, var item]) => new CelValue.Int(LastIndex(list.Items, item)),
        ("reverse", [CelValue.List list]) => new CelValue.List([.. list.Items.Reverse()]),
        ("distinct", [CelValue.List list]) => new CelValue.List(Distinct(list.Items)),
        ("flatten", [CelValue.List list]) => new CelValue.List([.. list.Items.SelectMany(item => item is CelValue.List inner ? inner.Items : [item])]),
        ("slice", [CelValue.List list, CelValue.Int start, CelValue.Int end]) => Slice(list, start.Value, end.Value),
        ("sort", [CelValue.List list]) => Sort(list),
        ("first", [CelValue.List list]) => new CelValue.Optional(list.Items.FirstOrDefault()),
        ("last", [CelValue.List list]) => new CelValue.Optional(list.Items.LastOrDefault()),
        ("sets.contains", [CelValue.List list, CelValue.List part]) => new CelValue.Bool(Contains(list, part)),
        ("sets.equivalent", [CelValue.List left, CelValue.List right]) => new CelValue.Bool(Contains(left, right) && Contains(right, left)),
        ("sets.intersects", [CelValue.List left, CelValue.List right]) => new CelValue.Bool(left.Items.Any(item => Index(right.Items, item) >= 0)),
        ("math.abs", [CelValue.Int number]) => number.Value == long.MinValue ? new CelValue.Failure("integer overflow") : new CelValue.Int(Math.Abs(number.Value)),
        ("math.abs", [CelValue.Double number]) => new CelValue.Double(Math.Abs(number.Value)),
        ("math.ceil", [CelValue.Double number]) => new CelValue.Double(Math.Ceiling(number.Value)),
        ("math.floor", [CelValue.Double number]) => new CelValue.Double(Math.Floor(number.Value)),
        ("math.round", [CelValue.Double number]) => new CelValue.Double(Math.Round(number.Value, MidpointRounding.AwayFromZero)),
        _ => null,
    };

    static int Index(IReadOnlyList<CelValue> items, CelValue wanted)
    {
        for (var index = 0; index < items.Count; index++)
            if (CelOperators.AreEqual(items[index], wanted)) return index;
        return -1;
    }

    static int LastIndex(IReadOnlyList<CelValue> items, CelValue wanted)
    {
        for (var index = items.Count - 1; index >= 0; index--)
            if (CelOperators.AreEqual(items[index], wanted)) return index;
        return -1;
    }

    static bool Contains(CelValue.List list, CelValue.List part) => part.Items.All(item => Index(list.Items, item) >= 0);

    static List<CelValue> Distinct(IReadOnlyList<CelValue> items)
    {
        var distinct = new List<CelValue>();
        foreach (var item in items)
            if (Index(distinct, item) < 0) distinct.Add(item);
        return distinct;
    }

    static CelValue IsSorted(CelValue.List list)
    {
        for (var index = 1; index < list.Items.Count; index++)
        {
            if (CelOperators.Compare(list.Items[index - 1], list.Items[index]) is not { } order) return CelValue.NoSuchOverload;
            if (order > 0) return new CelValue.Bool(false);
        }
        return new CelValue.Bool(true);
    }

    static CelValue Sum(CelValue.List list) => list.Items.Count == 0
        ? new CelValue.Int(0)
        : list.Items.Skip(1).Aggregate(list.Items[0], (sum, item) => sum is CelValue.Failure ? sum : CelArithmetic.Apply("+", sum, item));

    static CelValue Extreme(string name, IReadOnlyList<CelValue> items, int direction)
    {
        if (items.Count == 0) return new CelValue.Failure($"{name} called on empty list");
        var extreme = items[0];
        foreach (var item in items)
        {
            if (CelOperators.Compare(item, extreme) is not { } order) return CelValue.NoSuchOverload;
            if (Math.Sign(order) == direction) extreme = item;
        }
        return extreme;
    }

    static CelValue Slice(CelValue.List list, long start, long end) => start < 0 || end > list.Items.Count || start > end
        ? new CelValue.Failure($"cannot slice({start}, {end}), list is length {list.Items.Count}")
        : new CelValue.List([.. list.Items.Skip((int)start).Take((int)(end - start))]);

    static CelValue Sort(CelValue.List list) => list.Items.Any(item => CelOperators.Compare(item, list.Items[0]) is null)
        ? CelValue.NoSuchOverload
        : new CelValue.List([.. list.Items.Order(Comparer<CelValue>.Create((left, right) => CelOperators.Compare(left, right) ?? 0))]);
}
