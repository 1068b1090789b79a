using System.Text.Json;
using System.Text.Json.Serialization;

namespace Toolbox.Flink;

/// <summary>Reads a state of any Flink version; what is no text or not known is <see cref="JobState.Unknown"/>.</summary>
public sealed class JobStateConverter : JsonConverter<JobState>
{
    public override JobState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return JobStates.Parse(reader.GetString());
        reader.Skip();
        return JobState.Unknown;
    }

    public override void Write(Utf8JsonWriter writer, JobState value, JsonSerializerOptions options) => writer.WriteStringValue(value.Word());
}
