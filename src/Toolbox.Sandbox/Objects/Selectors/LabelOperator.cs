namespace Toolbox.Sandbox.Objects;

/// <summary>How a label requirement compares.</summary>
public enum LabelOperator
{
    Equals,
    NotEquals,
    In,
    NotIn,
    Exists,
    DoesNotExist,
    GreaterThan,
    LessThan,
}
