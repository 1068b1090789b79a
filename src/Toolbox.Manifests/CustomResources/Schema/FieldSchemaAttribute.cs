namespace Toolbox.Manifests.CustomResources.Schema;

/// <summary>
/// What the schema of the custom resource definition says about a field beyond its type. It is read when the definitions are
/// generated and has no effect at run time.
/// </summary>
/// <param name="description">Shown by <c>kubectl explain</c>; one sentence with unit and default.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldSchemaAttribute(string description = "") : Attribute
{
    public string Description { get; } = description;

    /// <summary>The API server refuses an object without this field.</summary>
    public bool Required { get; init; }

    /// <summary>
    /// An explicit null is stored and means the same as a missing field. Without it, null is dropped on create and refused in a
    /// server-side apply. Not together with <see cref="Values"/>, which null would have to be one of.
    /// </summary>
    public bool Nullable { get; init; }

    /// <summary>The only values that the API server accepts; empty: any.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>Lowest accepted number; <see cref="long.MinValue"/>: no limit.</summary>
    public long Minimum { get; init; } = long.MinValue;

    /// <summary>OpenAPI format, for example <c>date-time</c>; empty: the type's own.</summary>
    public string Format { get; init; } = "";

    /// <summary>Regular expression that a text must match; empty: any.</summary>
    public string Pattern { get; init; } = "";

    /// <summary>Key that makes the items of this list unique (a list of type map); empty: an ordinary list.</summary>
    public string ListMapKey { get; init; } = "";
}
