using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using k8s.Models;

namespace Toolbox.KubernetesApi.Models;

/// <summary>
/// Times with microseconds (<c>metav1.MicroTime</c>). The API server refuses such a member unless exactly six digits follow the
/// seconds; the models have the same type for both forms, so the members are named here.
/// </summary>
sealed class MicroTime : JsonConverter<DateTime?>
{
    static readonly MicroTime Converter = new();

    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : TimeConverter.Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options)
    {
        if (value is { } time) writer.WriteStringValue(Format(time));
        else writer.WriteNullValue();
    }

    internal static string Format(DateTime time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    public static void Mark(JsonTypeInfo type)
    {
        string[] names = type.Type == typeof(V1LeaseSpec) ? ["acquireTime", "renewTime"]
            : type.Type == typeof(Corev1Event) ? ["eventTime"]
            : type.Type == typeof(Corev1EventSeries) ? ["lastObservedTime"]
            : [];
        foreach (var property in type.Properties)
            if (names.Contains(property.Name)) property.CustomConverter = Converter;
    }
}
