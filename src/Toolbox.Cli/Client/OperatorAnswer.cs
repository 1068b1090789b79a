using System.Text.Json;
using System.Text.Json.Nodes;

namespace Toolbox.Cli.Client;

/// <summary>Answer of the REST API: <c>{"status":"OK","output":"..."}</c> or <c>{"status":"FAILURE","error":"..."}</c>.</summary>
/// <param name="Code">HTTP status code. The older toolbox says 200 for failures too, so the body decides as well.</param>
/// <param name="Body">The body as it came.</param>
sealed record OperatorAnswer(int Code, string Body)
{
    readonly JsonObject? _envelope = Parse(Body) as JsonObject;

    public bool IsOk => Code is >= 200 and < 300 && Text("status") == "OK";

    public bool IsNotFound => Code == 404 && Text("status") is not null || Text("error")?.EndsWith(" not found", StringComparison.Ordinal) == true;

    /// <summary>The JSON inside of <c>output</c>; null when there is none.</summary>
    public JsonNode? Output => Text("output") is { } text ? Parse(text) : null;

    /// <summary>Why it failed, as a phrase.</summary>
    public string Reason => Text("error") ?? Text("status") switch
    {
        null => $"the answer with code {Code} is none of the operator's: is it behind --host and --port?",
        var status => $"the operator answered {status} with code {Code}; its log says more",
    };

    string? Text(string member) => _envelope?[member] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
