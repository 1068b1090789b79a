namespace Toolbox.Sandbox.Objects;

/// <summary>The shapes of <see cref="FieldSchema"/>.</summary>
public enum FieldKind
{
    /// <summary>No schema: the shape follows the value.</summary>
    Untyped,
    Scalar,
    Object,
    List,
}
