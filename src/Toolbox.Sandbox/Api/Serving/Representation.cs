namespace Toolbox.Sandbox.Api.Serving;

/// <summary>The form of a body that was agreed on with the client.</summary>
sealed record Representation(bool Yaml, Shape Shape)
{
    public static readonly Representation Json = new(false, Shape.Object);
}
