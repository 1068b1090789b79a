namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>A parsed expression.</summary>
internal abstract record CelExpression
{
    CelExpression(int position) => Position = position;

    /// <summary>Offset in the text of what an error points to.</summary>
    public int Position { get; }

    public sealed record Literal(int Position, CelValue Value) : CelExpression(Position);

    public sealed record Identifier(int Position, string Name) : CelExpression(Position);

    /// <summary><c>a.b</c>; optional for <c>a.?b</c>.</summary>
    public sealed record Select(int Position, CelExpression Operand, string Field, bool IsOptional) : CelExpression(Position);

    /// <summary><c>has(a.b)</c>.</summary>
    public sealed record Has(int Position, Select Field) : CelExpression(Position);

    /// <summary><c>a[b]</c>; optional for <c>a[?b]</c>.</summary>
    public sealed record Index(int Position, CelExpression Operand, CelExpression Key, bool IsOptional) : CelExpression(Position);

    public sealed record ListLiteral(int Position, IReadOnlyList<CelExpression> Items) : CelExpression(Position);

    public sealed record MapLiteral(int Position, IReadOnlyList<(CelExpression Key, CelExpression Value)> Entries) : CelExpression(Position);

    /// <summary><c>!a</c>, <c>-a</c>.</summary>
    public sealed record Unary(int Position, string Operator, CelExpression Operand) : CelExpression(Position);

    public sealed record Binary(int Position, string Operator, CelExpression Left, CelExpression Right) : CelExpression(Position);

    public sealed record Conditional(int Position, CelExpression Condition, CelExpression Then, CelExpression Otherwise) : CelExpression(Position);

    /// <summary>A function, with its target first among the arguments where it has one.</summary>
    public sealed record Call(int Position, string Function, bool HasTarget, IReadOnlyList<CelExpression> Arguments) : CelExpression(Position);

    /// <summary><c>range.all(x, body)</c> and its like.</summary>
    /// <param name="Variables">One, or two for index or key and value.</param>
    /// <param name="Bodies">The body; for <c>map</c> with a condition, the condition and then the body.</param>
    public sealed record Macro(int Position, string Name, CelExpression Range, IReadOnlyList<string> Variables, IReadOnlyList<CelExpression> Bodies)
        : CelExpression(Position);
}
