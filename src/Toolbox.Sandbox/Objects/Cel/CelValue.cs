namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>A value of an expression. A failure is a value too, so that <c>||</c> and <c>&amp;&amp;</c> can outweigh it.</summary>
internal abstract record CelValue
{
    CelValue() { }

    public static readonly Failure NoSuchOverload = new("no such overload");

    public sealed record Null : CelValue;

    public sealed record Bool(bool Value) : CelValue;

    public sealed record Int(long Value) : CelValue;

    public sealed record Uint(ulong Value) : CelValue;

    public sealed record Double(double Value) : CelValue;

    public sealed record Text(string Value) : CelValue;

    public sealed record Bytes(IReadOnlyList<byte> Value) : CelValue;

    /// <param name="Items">The items in order.</param>
    /// <param name="IsUnordered">A set or an associative list, which equals another with the same items in any order.</param>
    /// <param name="Keys">The keys of an associative list.</param>
    public sealed record List(IReadOnlyList<CelValue> Items, bool IsUnordered = false, IReadOnlyList<string>? Keys = null) : CelValue;

    /// <summary>An object or a map; keys are texts, integers or booleans.</summary>
    public sealed record Map(IReadOnlyDictionary<CelValue, CelValue> Entries) : CelValue;

    public sealed record Timestamp(DateTimeOffset Value) : CelValue;

    public sealed record Duration(TimeSpan Value) : CelValue;

    public sealed record Quantity(decimal Value) : CelValue;

    public sealed record Type(string Name) : CelValue;

    /// <param name="Value">Null for none.</param>
    public sealed record Optional(CelValue? Value) : CelValue;

    public sealed record Failure(string Message) : CelValue;

    public string TypeName => this switch
    {
        Null => "null_type",
        Bool => "bool",
        Int => "int",
        Uint => "uint",
        Double => "double",
        Text => "string",
        Bytes => "bytes",
        List => "list",
        Map => "map",
        Timestamp => "google.protobuf.Timestamp",
        Duration => "google.protobuf.Duration",
        Quantity => "kubernetes.Quantity",
        Type => "type",
        Optional => "optional_type",
        Failure => "error",
    };
}
