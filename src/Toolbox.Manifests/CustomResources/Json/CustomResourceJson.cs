using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LanguageExt;

namespace Toolbox.Manifests.CustomResources.Json;

static class CustomResourceJson
{
    /// <summary>Reads a typed part of a custom resource; what does not fit is named by its JSON path below <paramref name="field"/>.</summary>
    public static Either<ManifestError, T> Read<T>(JsonElement json, string field, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.Deserialize(type) is { } value
                ? value
                : new ManifestError(field, $"an object is expected, not {json.ValueKind}");
        }
        catch (JsonException error)
        {
            return new ManifestError(field + (error.Path ?? "$")[1..], error.Message.Split(" Path:")[0]);
        }
        // Quantities ("200Mi") are parsed while reading; the client library reports a wrong one like this.
        catch (Exception error) when (error is FormatException or OverflowException or ArgumentException)
        {
            return new ManifestError(field, "a quantity such as 500m or 200Mi is expected: " + error.Message);
        }
    }
}
