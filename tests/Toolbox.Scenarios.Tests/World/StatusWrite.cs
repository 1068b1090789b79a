using System.Text.Json.Nodes;

namespace Toolbox.Scenarios.Tests.World;

/// <summary>A status as it was seen, and when.</summary>
sealed record StatusWrite(DateTimeOffset Time, JsonObject Status)
{
    public override string ToString()
    {
        var words = new[] { "resourceStatus", "supervisorStatus", "clusterHealth", "jobStatus" }.Select(field => (string?)Status[field]).Where(text => text is { Length: > 0 });
        return $"{Time:HH:mm:ss.fff} {string.Join('/', words)} {(string?)Status["decision"]?["rule"]}: {(string?)Status["decision"]?["message"]}{Slots()}";
    }

    string Slots() => Status["totalTaskSlots"] is { } slots ? $" ({Status["taskManagerReplicas"]} TaskManagers, {slots} slots)" : "";
}
