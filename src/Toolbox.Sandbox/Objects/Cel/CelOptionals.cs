namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>Optional values.</summary>
internal static class CelOptionals
{
    public static readonly HashSet<string> Names = ["optional.of", "optional.none", "optional.ofNonZeroValue", "hasValue", "value", "orValue", "or"];

    public static CelValue? Call(string name, IReadOnlyList<CelValue> arguments) => (name, arguments) switch
    {
        ("optional.none", []) => new CelValue.Optional(null),
        ("optional.of", [var value]) => new CelValue.Optional(value),
        ("optional.ofNonZeroValue", [var value]) => new CelValue.Optional(IsZero(value) ? null : value),
        ("hasValue", [CelValue.Optional optional]) => new CelValue.Bool(optional.Value is not null),
        ("value", [CelValue.Optional optional]) => optional.Value ?? new CelValue.Failure("optional.none() dereference"),
        ("orValue", [CelValue.Optional optional, var other]) => optional.Value ?? other,
        ("or", [CelValue.Optional optional, CelValue.Optional other]) => optional.Value is null ? other : optional,
        _ => null,
    };

    static bool IsZero(CelValue value) => value switch
    {
        CelValue.Null or CelValue.Bool { Value: false } or CelValue.Int { Value: 0 } or CelValue.Uint { Value: 0 } or CelValue.Double { Value: 0 }
            or CelValue.Text { Value: "" } or CelValue.List { Items.Count: 0 } or CelValue.Map { Entries.Count: 0 } or CelValue.Bytes { Value.Count: 0 } => true,
        _ => false,
    };
}
