using System.Text.Json;
using System.Text.Json.Serialization;

namespace Toolbox.Flink.Transport;

/// <summary>Reads answers of all versions: fields that are unknown or missing do not matter, rates may be "NaN".</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(FlinkOverview))]
[JsonSerializable(typeof(FlinkConfiguration))]
[JsonSerializable(typeof(JobsWire))]
[JsonSerializable(typeof(JobDetails))]
[JsonSerializable(typeof(JarsWire))]
[JsonSerializable(typeof(UploadWire))]
[JsonSerializable(typeof(RunWire))]
[JsonSerializable(typeof(TriggerWire))]
[JsonSerializable(typeof(OperationWire))]
[JsonSerializable(typeof(ExceptionsWire))]
[JsonSerializable(typeof(CheckpointsWire))]
[JsonSerializable(typeof(CheckpointConfigurationWire))]
[JsonSerializable(typeof(TaskManagersWire))]
[JsonSerializable(typeof(TaskManager))]
[JsonSerializable(typeof(List<MetricWire>))]
[JsonSerializable(typeof(List<ConfigurationEntryWire>))]
[JsonSerializable(typeof(JsonElement))]
sealed partial class FlinkJson : JsonSerializerContext;
