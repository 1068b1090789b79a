namespace Toolbox.Core.Resources;

/// <summary>One field of a spec that the schema could not judge: where it is, what it holds and what is allowed.</summary>
public sealed record SpecError(string Field, string Value, string Allowed)
{
    const int LongestValue = 80;

    /// <summary>What the field holds, cut where it is long: it goes into a condition.</summary>
    public string Value { get; init; } = Value.Length <= LongestValue ? Value : Value[..(LongestValue - 3)] + "...";

    public override string ToString() => $"{Field}: {Value} is not allowed, {Allowed}";
}
