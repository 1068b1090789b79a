using System.Globalization;
using System.Text.Json;
using LanguageExt;
using static LanguageExt.Prelude;

namespace Toolbox.Kubernetes.Statuses;

/// <summary>Reads fields of a status without ever failing: what is absent or of the wrong kind reads as nothing.</summary>
static class StatusFields
{
    public static JsonElement Field(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

    public static bool IsObject(this JsonElement json) => json.ValueKind == JsonValueKind.Object;

    public static string Text(this JsonElement json, string name)
    {
        var value = json.Field(name);
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
    }

    public static int Number(this JsonElement json, string name) => (int)Math.Clamp(json.LongNumber(name), int.MinValue, int.MaxValue);

    public static long LongNumber(this JsonElement json, string name)
    {
        var value = json.Field(name);
        if (value.ValueKind == JsonValueKind.Number) return value.TryGetInt64(out var number) ? number : 0;
        return long.TryParse(json.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
    }

    public static bool Flag(this JsonElement json, string name) => json.Field(name).ValueKind == JsonValueKind.True;

    public static Option<DateTimeOffset> Time(this JsonElement json, string name) =>
        DateTimeOffset.TryParse(
            json.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : None;

    /// <summary>The value whose name the text is, in exactly that spelling; numbers are no names.</summary>
    public static Option<T> Choice<T>(this JsonElement json, string name) where T : struct, Enum
    {
        var text = json.Text(name);
        return Enum.IsDefined(typeof(T), text) && Enum.TryParse<T>(text, out var value) ? value : None;
    }

    public static Seq<T> Items<T>(this JsonElement json, string name, Func<JsonElement, T> read)
    {
        var value = json.Field(name);
        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Where(IsObject).Select(read).ToSeq().Strict()
            : Empty;
    }
}
