using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.Replay;

/// <summary>The bodies that the recording only describes.</summary>
public static class LargeBodies
{
    const int Mebibyte = 1024 * 1024;

    public static JsonNode For(string note) => note switch
    {
        _ when note.Contains("3 MiB", StringComparison.Ordinal) => ConfigMap(3 * Mebibyte + 100),
        _ when note.Contains("1 MiB", StringComparison.Ordinal) => ConfigMap(Mebibyte + 1),
        _ => new JsonObject
        {
            ["apiVersion"] = "example.toolbox.dev/v1",
            ["kind"] = "Widget",
            ["metadata"] = new JsonObject { ["name"] = "big" },
            ["spec"] = new JsonObject { ["size"] = "small", ["extra"] = new JsonObject { ["a"] = new string('x', 2 * Mebibyte) } },
        },
    };

    static JsonObject ConfigMap(int size) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "ConfigMap",
        ["metadata"] = new JsonObject { ["name"] = "big" },
        ["data"] = new JsonObject { ["k"] = new string('x', size) },
    };
}
