namespace Toolbox.Sandbox.Api.Serving;

/// <summary>The <c>as</c> parameter of an accepted media type.</summary>
enum Shape
{
    Object,
    Table,
    PartialObject,
    PartialObjectList,
}
