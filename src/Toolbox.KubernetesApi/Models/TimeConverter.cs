using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Toolbox.KubernetesApi.Models;

/// <summary>Times as Kubernetes writes them (<c>metav1.Time</c>): RFC 3339 in UTC, whole seconds; reads fractions and offsets too.</summary>
sealed class TimeConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    internal static DateTime Parse(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new JsonException($"'{text}' is not a time in the form of RFC 3339");
}
