using System.Text;
using System.Text.Json.Nodes;

namespace Toolbox.Api.Tests.World;

/// <summary>Holds every answer that was asked for against the OpenAPI document, and remembers which codes came.</summary>
sealed class AnswerBook(AnswerSchemas schemas)
{
    readonly HashSet<(string Operation, int Code)> _seen = [];
    readonly List<string> _complaints = [];

    public static async Task<AnswerBook> Of(RestStand stand) =>
        new(new AnswerSchemas(JsonNode.Parse(await stand.Http.GetStringAsync("/api/v1/openapi.json"))!.AsObject()));

    /// <summary>What can be asked to its end: all but the stream of events.</summary>
    public IReadOnlyList<DocumentedOperation> Operations { get; } = [.. schemas.Operations().Where(operation => !operation.Path.EndsWith("/events", StringComparison.Ordinal))];

    /// <summary>Everything that was not as documented.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>What the document says and nobody answered.</summary>
    public IEnumerable<string> Unseen =>
        from operation in Operations
        from code in operation.Codes
        where !_seen.Contains(($"{operation}", code))
        select $"{operation} was never answered with {code}";

    /// <summary>Asks, and expects this code; several may ask at a time.</summary>
    public async Task Ask(RestStand stand, DocumentedOperation operation, string path, int code, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), path);
        if (operation.Body() is { } body) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        change?.Invoke(request);
        using var response = await stand.Http.SendAsync(request);
        var reply = await Reply.Of(response);
        var complaints = await schemas.Complaints(operation, reply);
        lock (_seen)
        {
            _seen.Add(($"{operation}", reply.Code));
            if (reply.Code != code) _complaints.Add($"{operation} is answered with {reply} instead of {code}");
            _complaints.AddRange(complaints);
        }
    }
}
