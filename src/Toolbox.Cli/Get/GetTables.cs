using System.Text.Json.Nodes;
using Toolbox.Cli.CommandLine;
using Toolbox.Cli.Resources;

namespace Toolbox.Cli.Get;

/// <summary>Tables as the API server makes them of the printer columns, one for each kind.</summary>
sealed class GetTables(GetQuery query, Terminal terminal)
{
    public async Task Show(IReadOnlyList<ResourceKind> kinds, CancellationToken cancellation)
    {
        var shown = 0;
        foreach (var kind in kinds)
        {
            var table = await query.Table(kind, cancellation);
            var rows = table.Items("rows").Where(row => query.IsAskedFor(row.At("object").Name())).ToList();
            if (kinds.Count == 1) query.Complain(kinds, rows.Select(row => row.At("object").Name()));
            if (rows.Count == 0) continue;
            if (shown++ > 0) terminal.Output.WriteLine();
            terminal.Columns([.. Rows(table, rows, kinds.Count > 1 ? $"{kind.ShortName}/" : "")]);
        }
        if (shown == 0) terminal.Output.WriteLine(query.Namespace is null ? "No resources" : $"No resources in namespace {query.Namespace}");
    }

    IEnumerable<(Tone, string)[]> Rows(JsonNode table, IReadOnlyList<JsonObject> rows, string prefix)
    {
        // Columns of lower priority are those of kubectl's wide output.
        var columns = table.Items("columnDefinitions").Select((column, index) => (Name: column.Text("name"), Priority: column.Number("priority"), index)).Where(column => column.Priority == 0).ToList();
        string[] place = query.Namespace is null ? ["NAMESPACE"] : [];
        yield return [.. place.Concat(columns.Select(column => column.Name.ToUpperInvariant())).Select(title => (Tone.Strong, title))];
        foreach (var row in rows)
        {
            var cells = row["cells"] as JsonArray ?? [];
            var texts = columns.Select(column => column.index < cells.Count ? Text(cells[column.index], column.index == 0 ? prefix : "") : "");
            yield return [.. place.Select(_ => row.At("object").Text("metadata", "namespace")).Concat(texts).Select(text => (Health.ToneOf(text), text))];
        }
    }

    static string Text(JsonNode? cell, string prefix) => cell is null ? "" : prefix + new JsonObject { ["cell"] = cell.DeepClone() }.Text("cell");
}
