using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Toolbox.Sandbox.Objects;

/// <summary>The keywords of a schema that limit values without giving them structure.</summary>
internal sealed record ValueConstraints
{
    public static ValueConstraints None { get; } = new();

    public IReadOnlyList<JsonNode?> Enum { get; init; } = [];
    public long? MaxLength { get; init; }
    public long? MinLength { get; init; }
    public string Pattern { get; init; } = "";
    public Regex? PatternRegex { get; init; }
    public double? Maximum { get; init; }
    public double? Minimum { get; init; }
    public bool ExclusiveMaximum { get; init; }
    public bool ExclusiveMinimum { get; init; }
    public double? MultipleOf { get; init; }
    public long? MaxItems { get; init; }
    public long? MinItems { get; init; }
    public bool UniqueItems { get; init; }
    public long? MaxProperties { get; init; }
    public long? MinProperties { get; init; }
    public IReadOnlyList<string> Required { get; init; } = [];
    public IReadOnlyList<StructuralSchema> AllOf { get; init; } = [];
    public IReadOnlyList<StructuralSchema> AnyOf { get; init; } = [];
    public IReadOnlyList<StructuralSchema> OneOf { get; init; } = [];
    public StructuralSchema? Not { get; init; }
}
