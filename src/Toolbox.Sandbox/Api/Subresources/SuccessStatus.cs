using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Api.Subresources;

/// <summary>The Status of a success that has no object to show.</summary>
static class SuccessStatus
{
    public static JsonObject Document(int code) => new()
    {
        ["kind"] = "Status", ["apiVersion"] = "v1", ["metadata"] = new JsonObject(), ["status"] = "Success", ["code"] = code,
    };
}
