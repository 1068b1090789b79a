namespace Toolbox.Sandbox.Objects.Cel;

/// <summary>The kinds of words of an expression.</summary>
internal enum CelTokenKind
{
    End,
    Identifier,
    Integer,
    UnsignedInteger,
    Float,
    Text,
    Bytes,
    Symbol,
}

/// <param name="Text">The word; of a literal its value without quotes and escapes.</param>
/// <param name="Position">Offset in the expression.</param>
internal readonly record struct CelToken(CelTokenKind Kind, string Text, int Position);
