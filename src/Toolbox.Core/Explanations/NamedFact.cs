namespace Toolbox.Core.Explanations;

/// <summary>A fact with its value as text: <c>true</c>, <c>false</c>, a word of the fact's own, or <c>none</c>.</summary>
public sealed record NamedFact(string Name, string Value)
{
    public override string ToString() => $"{Name} is {Value}";
}
