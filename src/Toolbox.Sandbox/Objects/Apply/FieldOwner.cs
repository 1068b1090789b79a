using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Objects;

/// <summary>One entry of <c>metadata.managedFields</c>: which fields a manager owns through one kind of write.</summary>
internal sealed record FieldOwner(string Manager, string Operation, string ApiVersion, string Subresource, string? Time, FieldSet Fields)
{
    public const string Apply = "Apply";
    public const string Update = "Update";

    /// <summary>Entries of the same owner merge: the version counts for updates only, the time never.</summary>
    public (string, string, string, string) Owner => (Manager, Operation, Operation == Apply ? "" : ApiVersion, Subresource);

    public static FieldOwner Read(JsonObject entry) => new(
        Text(entry["manager"]), Text(entry["operation"]), Text(entry["apiVersion"]), Text(entry["subresource"]),
        entry["time"] is { } time ? Text(time) : null,
        entry["fieldsV1"] is JsonObject fields ? FieldsV1.Read(fields) : new FieldSet());

    public JsonObject Write()
    {
        var entry = new JsonObject { ["manager"] = Manager, ["operation"] = Operation, ["apiVersion"] = ApiVersion };
        if (Time is not null) entry["time"] = Time;
        entry["fieldsType"] = nameof(FieldsV1);
        entry["fieldsV1"] = FieldsV1.Write(Fields);
        if (Subresource.Length > 0) entry["subresource"] = Subresource;
        return entry;
    }

    static string Text(JsonNode? node) => StrategicDirectives.Text(node) ?? "";
}
