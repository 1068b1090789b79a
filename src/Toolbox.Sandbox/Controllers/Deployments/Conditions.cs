using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Controllers.Machinery;

namespace Toolbox.Sandbox.Controllers.Deployments;

/// <summary>The conditions of a deployment. A changed one moves to the end, as the real controller leaves them.</summary>
sealed class Conditions(JsonObject deployment, DateTimeOffset now)
{
    readonly List<JsonObject> _items = [.. deployment.ObjectsAt("status", "conditions").Select(condition => condition.Copy())];

    public JsonObject? Find(string type) => _items.FirstOrDefault(condition => condition.TextAt("type") == type);

    /// <summary>An unchanged status and reason keep their times, unless <paramref name="touch"/> renews the time of update.</summary>
    public void Set(string type, string status, string reason, string message, bool touch = false)
    {
        var before = Find(type);
        if (!touch && before.TextAt("status") == status && before.TextAt("reason") == reason) return;
        Remove(type);
        var transition = before.TextAt("status") == status ? before.TextAt("lastTransitionTime") : null;
        _items.Add(new JsonObject
        {
            ["type"] = type,
            ["status"] = status,
            ["lastUpdateTime"] = Times.Text(now),
            ["lastTransitionTime"] = transition ?? Times.Text(now),
            ["reason"] = reason,
            ["message"] = message,
        });
    }

    public void Remove(string type) => _items.RemoveAll(condition => condition.TextAt("type") == type);

    public JsonArray ToJson() => new([.. _items]);
}
