using System.Text.Json.Nodes;

namespace Toolbox.Api.Tests.World;

/// <summary>Status code and body of an answer; every body must be an envelope.</summary>
sealed record Reply(int Code, string Body)
{
    public JsonObject Envelope => JsonNode.Parse(Body) as JsonObject ?? throw new Xunit.Sdk.XunitException($"no envelope: {Body}");

    public string Status => (string)Envelope["status"]!;

    public string Error => (string?)Envelope["error"] ?? "";

    /// <summary>The JSON inside of the text.</summary>
    public JsonNode Output => JsonNode.Parse((string)Envelope["output"]!)!;

    public static async Task<Reply> Of(HttpResponseMessage response) => new((int)response.StatusCode, await response.Content.ReadAsStringAsync());

    public void IsOk() => Assert.True(Code == 200 && Status == "OK", ToString());

    public override string ToString() => $"{Code} {Body}";

    /// <summary>Refused with this code, and the error has the word.</summary>
    public void Is(int code, string word)
    {
        Assert.True(Code == code, ToString());
        Assert.Equal(code < 500 ? "FAILURE" : "ERROR", Status);
        Assert.Contains(word, Error, StringComparison.Ordinal);
    }
}
