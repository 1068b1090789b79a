using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.Objects;

/// <summary>One recorded request with its answer.</summary>
internal sealed record Exchange(string Name, JsonObject Request, JsonObject Response)
{
    public string Method => (string)Request["method"]!;

    public string Path => (string)Request["path"]!;

    public string ContentType => (string?)Request["headers"]?["Content-Type"] ?? "";

    public int Status => (int)Response["status"]!;

    /// <summary>A fresh copy of the request's JSON body; null when it is text.</summary>
    public JsonNode? Body => Request["body"] is JsonValue ? null : Request["body"]?.DeepClone();

    public JsonObject Answer => Response["body"]!.DeepClone().AsObject();

    public string Query(string name) => Path.Split('?').ElementAtOrDefault(1)?.Split('&').Select(pair => pair.Split('='))
        .FirstOrDefault(pair => pair[0] == name)?[1] ?? "";

    public override string ToString() => Name;
}
