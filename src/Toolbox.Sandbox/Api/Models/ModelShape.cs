namespace Toolbox.Sandbox.Api.Models;

/// <summary>What a member of a built-in kind may hold, read from the wire models.</summary>
abstract record ModelShape
{
    ModelShape()
    {
    }

    /// <summary>A structure with named members.</summary>
    /// <param name="Name">Its name in the Go API, such as <c>DeploymentSpec</c>.</param>
    public sealed record Structure(string Name, Type Model, IReadOnlyDictionary<string, Lazy<ModelShape>> Members) : ModelShape
    {
        public bool Equals(Structure? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => Model.GetHashCode();
    }

    public sealed record Items(ModelShape Item) : ModelShape;

    public sealed record Map(ModelShape Value) : ModelShape;

    /// <param name="Go">The Go type that error messages name, such as <c>int32</c>.</param>
    /// <param name="Type">The OpenAPI type: string, integer, number or boolean.</param>
    public sealed record Scalar(string Go, string Type, string Format) : ModelShape;

    /// <summary>A number or a text: ports and percentages, quantities.</summary>
    /// <param name="Quantity">Kept as text, whole numbers too.</param>
    public sealed record NumberOrText(bool Quantity) : ModelShape;

    /// <summary>Any JSON.</summary>
    public sealed record Any : ModelShape;
}
