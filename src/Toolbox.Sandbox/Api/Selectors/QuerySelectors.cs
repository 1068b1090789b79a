using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Objects;

namespace Toolbox.Sandbox.Api.Selectors;

/// <summary>Reads the selectors of a query; what is wrong with them is a 400.</summary>
static class QuerySelectors
{
    public static LabelSelector Labels(string? text) => Parsed(() => LabelSelector.Parse(text ?? ""));

    /// <summary>A field selector whose fields the resource offers.</summary>
    public static FieldSelector Fields(string? text, ResourceType type)
    {
        var selector = Parsed(() => FieldSelector.Parse(text ?? ""));
        foreach (var requirement in selector.Requirements) SelectableFields.Check(type, requirement.Field);
        return selector;
    }

    static T Parsed<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (SelectorException error)
        {
            throw Refuse.BadRequest(error.Message);
        }
    }
}
