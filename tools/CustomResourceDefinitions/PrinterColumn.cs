namespace Toolbox.CustomResourceDefinitions;

/// <summary>A column of <c>kubectl get</c>.</summary>
/// <param name="Type">string, integer or date.</param>
public sealed record PrinterColumn(string Name, string Path, string Type = "string")
{
    public static readonly PrinterColumn Age = new("AGE", ".metadata.creationTimestamp", "date");
}
