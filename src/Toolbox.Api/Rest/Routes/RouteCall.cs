using System.Text.Json;

namespace Toolbox.Api.Rest.Routes;

/// <summary>One call of a route: the names in its path and its body, which is as the route expects it.</summary>
sealed record RouteCall(Func<string, string> PathValue, JsonElement Body)
{
    public string Deployment => PathValue("deployment");

    public string Cluster => PathValue("cluster");

    public string Job => PathValue("job");

    public string TaskManager => PathValue("taskmanager");

    public bool Flag(string name) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public int Number(string name) => Body.GetProperty(name).GetInt32();
}
