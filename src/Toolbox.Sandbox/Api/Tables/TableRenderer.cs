using System.Globalization;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Store;

namespace Toolbox.Sandbox.Api.Tables;

/// <summary>Renders objects as meta.k8s.io/v1 Table for kubectl get.</summary>
sealed class TableRenderer
{
    readonly IReadOnlyList<TableColumn> _columns;
    readonly string _include;
    readonly TimeProvider _clock;
    readonly bool _nullWhenEmpty;
    readonly bool _pods;

    TableRenderer(ResourceType type, string include, TimeProvider clock)
    {
        (_columns, _include, _clock) = (TableColumns.For(type), include, clock);
        _pods = type.GroupResource == "pods";
        _nullWhenEmpty = !TableColumns.HasOwnColumns(type);
    }

    /// <exception cref="RequestRefused">400 when the query's includeObject is none of Metadata, Object and None.</exception>
    public static TableRenderer For(ApiCall call, ResourceType type, TimeProvider clock)
    {
        var include = call.Query("includeObject") ?? "";
        if (include is not ("" or "Metadata" or "Object" or "None"))
            throw Refuse.BadRequest($"Unable to convert to Table as requested: includeObject: Invalid value: \"{include}\": must be 'Metadata', 'Object', 'None', or empty");
        return new TableRenderer(type, include, clock);
    }

    public JsonObject Render(IEnumerable<StoredObject> items, long version, bool withColumns = true, string @continue = "", long? remaining = null)
    {
        var now = _clock.GetUtcNow();
        var metadata = new JsonObject { ["resourceVersion"] = version.ToString(CultureInfo.InvariantCulture) };
        if (@continue.Length > 0) metadata["continue"] = @continue;
        if (remaining is not null) metadata["remainingItemCount"] = remaining;
        var rows = items.Select(item => (JsonNode)Row(item, now)).ToArray();
        return new JsonObject
        {
            ["kind"] = "Table",
            ["apiVersion"] = "meta.k8s.io/v1",
            ["metadata"] = metadata,
            ["columnDefinitions"] = withColumns ? new JsonArray([.. _columns.Select(column => (JsonNode)column.Definition)]) : null,
            ["rows"] = rows.Length == 0 && _nullWhenEmpty ? null : new JsonArray(rows),
        };
    }

    JsonObject Row(StoredObject item, DateTimeOffset now)
    {
        var row = new JsonObject { ["cells"] = new JsonArray([.. _columns.Select(column => column.Read(item.Content, now))]) };
        if (_pods && PodColumns.Completion(item.Content) is { } completed) row["conditions"] = new JsonArray(completed);
        row["object"] = _include switch
        {
            "None" => null,
            "Object" => item.Content.DeepClone(),
            _ => PartialMetadata.Of(item),
        };
        return row;
    }
}
