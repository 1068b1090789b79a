using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.Replay;

/// <summary>One request to the recorded server and its answer, placeholders left as they are.</summary>
public sealed record RecordedExchange(string Name, JsonObject Request, JsonObject Response)
{
    public string Method => Request["method"]!.GetValue<string>();

    public string Path => Request["path"]!.GetValue<string>();

    public int Status => Response["status"]?.GetValue<int>() ?? 0;

    /// <summary>A watch answers a list of events.</summary>
    public bool IsWatch => Response["body"] is JsonArray && Status == 200 && (Path.Contains("watch=", StringComparison.Ordinal) || Path.Contains("/watch/", StringComparison.Ordinal));
}
