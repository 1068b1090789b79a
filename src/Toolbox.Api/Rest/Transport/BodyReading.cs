using System.Text.Json;
using Toolbox.Api.Rest.Replies;

namespace Toolbox.Api.Rest.Transport;

/// <summary>A body that was read, or why it was not.</summary>
/// <param name="Body">Undefined where there is none.</param>
readonly record struct BodyReading(JsonElement Body, Reply.Refused? Refusal)
{
    public static BodyReading Refused(Refusal refusal, string message) => new(default, new Reply.Refused(refusal, message));
}
