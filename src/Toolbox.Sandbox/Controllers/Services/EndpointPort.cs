using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Controllers.Services;

/// <summary>One port behind a service.</summary>
sealed record EndpointPort(string Name, string Protocol, long Port)
{
    /// <summary>EndpointSlices always carry the name, even an empty one; Endpoints leave an empty name out.</summary>
    public JsonObject ToJson(bool withEmptyName)
    {
        var json = new JsonObject();
        if (withEmptyName || Name.Length > 0) json["name"] = Name;
        json["port"] = Port;
        json["protocol"] = Protocol;
        return json;
    }
}
