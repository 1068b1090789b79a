using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

sealed record Answer(int Status, JsonNode Body)
{
    public static Answer Ok(JsonNode body) => new(200, body);

    public static Answer Accepted(JsonNode body) => new(202, body);
}
