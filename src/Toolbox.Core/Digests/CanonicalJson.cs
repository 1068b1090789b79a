using System.Text;
using System.Text.Json;

namespace Toolbox.Core.Digests;

/// <summary>
/// Compact JSON of which there is one form only: null fields dropped, fields of embedded Kubernetes types and keys of maps in
/// ordinal order, quantities in canonical form.
/// </summary>
static class CanonicalJson
{
    // The model of the first toolbox holds the polling interval as a text.
    const string HeldAsText = "pollingInterval";

    /// <summary>Writes the named fields in the given order and no others.</summary>
    public static string Of(JsonElement section, IReadOnlyList<string> fields)
    {
        var json = new StringBuilder();
        AppendObject(json, fields.Where(field => IsPresent(section, field)).Select(field => (field, section.GetProperty(field))), "");
        return json.ToString();
    }

    /// <summary>Writes all fields except the named ones.</summary>
    public static string Whole(JsonElement section, IReadOnlyList<string> without)
    {
        var json = new StringBuilder();
        AppendObject(json, Sorted(section).Where(field => !without.Contains(field.Name)), "");
        return json.ToString();
    }

    static bool IsPresent(JsonElement section, string field) =>
        section.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null;

    static IEnumerable<(string Name, JsonElement Value)> Sorted(JsonElement section) =>
        section.EnumerateObject()
            .Where(field => field.Value.ValueKind != JsonValueKind.Null)
            .Select(field => (field.Name, field.Value))
            .OrderBy(field => field.Name, StringComparer.Ordinal);

    static void AppendObject(StringBuilder json, IEnumerable<(string Name, JsonElement Value)> fields, string parent)
    {
        json.Append('{');
        var separator = "";
        foreach (var (name, value) in fields)
        {
            json.Append(separator);
            HtmlSafeText.Append(json, name);
            json.Append(':');
            AppendValue(json, value, parent, name);
            separator = ",";
        }
        json.Append('}');
    }

    static void AppendArray(StringBuilder json, JsonElement array, string field)
    {
        json.Append('[');
        var separator = "";
        foreach (var item in array.EnumerateArray())
        {
            json.Append(separator);
            AppendValue(json, item, "", field);
            separator = ",";
        }
        json.Append(']');
    }

    static void AppendValue(StringBuilder json, JsonElement value, string parent, string field)
    {
        if (value.ValueKind == JsonValueKind.Object) AppendObject(json, Sorted(value), field);
        else if (value.ValueKind == JsonValueKind.Array) AppendArray(json, value, field);
        else if (IsQuantity(parent, field)) HtmlSafeText.Append(json, Quantity.Canonical(value.ToString()));
        else if (value.ValueKind == JsonValueKind.String || field == HeldAsText) HtmlSafeText.Append(json, value.ToString());
        else json.Append(value.GetRawText());
    }

    static bool IsQuantity(string parent, string field) => parent switch
    {
        "limits" or "requests" => true,
        "emptyDir" => field == "sizeLimit",
        "resourceFieldRef" => field == "divisor",
        _ => false,
    };
}
