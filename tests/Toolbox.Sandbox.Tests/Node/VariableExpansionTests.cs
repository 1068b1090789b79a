using Toolbox.Sandbox.Node.Variables;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class VariableExpansionTests
{
    // The cases are those of Kubernetes' own expansion: known, unknown, escaped, unfinished.
    [Theory]
    [InlineData("$(A)", "one")]
    [InlineData("x-$(A)-$(B)", "x-one-two")]
    [InlineData("$(MISSING)", "$(MISSING)")]
    [InlineData("$$(A)", "$(A)")]
    [InlineData("$$$(A)", "$one")]
    [InlineData("$$$$(A)", "$$(A)")]
    [InlineData("$A", "$A")]
    [InlineData("$(A", "$(A")]
    [InlineData("cost $", "cost $")]
    [InlineData("$()", "$()")]
    [InlineData("", "")]
    public void Names_are_replaced_as_in_Kubernetes(string text, string expected) =>
        Assert.Equal(expected, VariableExpansion.Expand(text, name => name switch { "A" => "one", "B" => "two", _ => null }));
}
