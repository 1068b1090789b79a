using System.Globalization;
using System.Text.Json;
using LanguageExt;

namespace Toolbox.Core.Resources;

/// <summary>
/// Reads one object of a spec field by field. What is absent or null gets its default, what is wrong is collected with its path
/// and gets its default too: one pass finds all errors, and nothing throws.
/// </summary>
sealed class SpecSection(JsonElement json, string path, List<SpecError> errors)
{
    public string Path => path;

    public JsonElement Json => json;

    /// <summary>A section that is not there reads as an empty one.</summary>
    public SpecSection Section(string field)
    {
        var value = Find(field);
        var isObject = value.ValueKind == JsonValueKind.Object;
        if (!isObject && IsPresent(value)) Refuse(field, value, "an object is expected");
        return new SpecSection(isObject ? value : default, At(field), errors);
    }

    /// <summary>The items of a list, each with its index in its path.</summary>
    public IEnumerable<SpecSection> Items(string field)
    {
        var value = Find(field);
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Select((item, index) => new SpecSection(item, $"{At(field)}[{index}]", errors)).ToList();
        if (IsPresent(value)) Refuse(field, value, "a list is expected");
        return [];
    }

    public string Text(string field)
    {
        var value = Find(field);
        if (value.ValueKind == JsonValueKind.String) return value.GetString()!.Trim();
        if (IsPresent(value)) Refuse(field, value, "a text is expected");
        return "";
    }

    public string RequiredText(string field, string meaning)
    {
        var text = Text(field);
        if (text.Length == 0 && Find(field).ValueKind is JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.String)
            errors.Add(new SpecError(At(field), Shown(Find(field)), $"{meaning} is required"));
        return text;
    }

    /// <summary>A whole number; a text that is one counts, as the polling interval was once declared as text.</summary>
    public int Number(string field, int fallback, int minimum)
    {
        var value = Find(field);
        if (!IsPresent(value)) return fallback;
        if (Parsed(value) is not { } number) return Refused(field, value, "a whole number is expected", fallback);
        return number >= minimum ? number : Refused(field, value, $"at least {minimum} is expected", fallback);
    }

    public Option<int> DeclaredNumber(string field, int minimum) =>
        IsPresent(Find(field)) ? Number(field, minimum, minimum) : Option<int>.None;

    public TimeSpan Seconds(string field, int fallback, int minimum) => TimeSpan.FromSeconds(Number(field, fallback, minimum));

    public bool Flag(string field)
    {
        var value = Find(field);
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        return IsPresent(value) && Refused(field, value, "true or false is expected", false);
    }

    /// <summary>One of the values of an enumeration, spelled as in the enumeration.</summary>
    public T Choice<T>(string field, T fallback) where T : struct, Enum
    {
        var value = Find(field);
        if (!IsPresent(value)) return fallback;
        var allowed = Enum.GetNames<T>();
        return value.ValueKind == JsonValueKind.String && allowed.Contains(value.GetString())
            ? Enum.Parse<T>(value.GetString()!)
            : Refused(field, value, $"one of {string.Join(", ", allowed)} is expected", fallback);
    }

    public void Refuse(string field, string value, string allowed) => errors.Add(new SpecError(At(field), value, allowed));

    string At(string field) => path.Length == 0 ? field : $"{path}.{field}";

    void Refuse(string field, JsonElement value, string allowed) => Refuse(field, Shown(value), allowed);

    T Refused<T>(string field, JsonElement value, string allowed, T fallback)
    {
        Refuse(field, value, allowed);
        return fallback;
    }

    JsonElement Find(string field) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out var value) ? value : default;

    static int? Parsed(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    static bool IsPresent(JsonElement value) => value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    static string Shown(JsonElement value)
    {
        if (!IsPresent(value)) return "nothing";
        var text = value.GetRawText();
        return text.Length <= 60 ? text : text[..60] + "...";
    }
}
