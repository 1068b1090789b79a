using System.Text.Json.Serialization;

namespace Toolbox.Kubernetes.Resources;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FlinkResource))]
sealed partial class FlinkResourceJson : JsonSerializerContext;
