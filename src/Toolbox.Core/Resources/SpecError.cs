namespace Toolbox.Core.Resources;

/// <summary>One field of a spec that the schema could not judge: where it is, what it holds and what is allowed.</summary>
public sealed record SpecError(string Field, string Value, string Allowed)
{
    public override string ToString() => $"{Field}: {Value} is not allowed, {Allowed}";
}
