using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.SimulatedFlink.Rest;

static class Json
{
    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);
}
