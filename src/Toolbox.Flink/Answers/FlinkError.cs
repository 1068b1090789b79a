namespace Toolbox.Flink;

/// <summary>The essence of a Java stack trace, short enough for a status field: at most 300 characters each.</summary>
/// <param name="Kind">What a caller can act on.</param>
/// <param name="FirstLine">The outermost message without its class name.</param>
/// <param name="LastCause">The innermost "Caused by" line, if there is one.</param>
public sealed record FlinkError(FlinkErrorKind Kind, string FirstLine, string? LastCause)
{
    public override string ToString() => LastCause is null ? FirstLine : $"{FirstLine} Caused by: {LastCause}";
}
