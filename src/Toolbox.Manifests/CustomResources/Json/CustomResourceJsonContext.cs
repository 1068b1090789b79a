using System.Text.Json.Serialization;

namespace Toolbox.Manifests.CustomResources.Json;

/// <summary>
/// JSON of the custom resources. Absent parts are not written. Numbers and texts are read leniently, because objects that were stored
/// before a schema became stricter are still delivered as they are.
/// </summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(TextConverter)])]
[JsonSerializable(typeof(FlinkDeployment))]
[JsonSerializable(typeof(FlinkCluster))]
[JsonSerializable(typeof(FlinkJob))]
public sealed partial class CustomResourceJsonContext : JsonSerializerContext;
