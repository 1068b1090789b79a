using Microsoft.AspNetCore.Http;
using Toolbox.Sandbox.Api.Access;
using Toolbox.Sandbox.Api.Refusals;

namespace Toolbox.Sandbox.Api.Serving;

/// <summary>One request on its way through the server.</summary>
sealed class ApiCall(HttpContext http, RequestTarget target, UserInformation user, DateTimeOffset received)
{
    /// <summary>Bodies above this many bytes are refused with 413.</summary>
    public const int BodyLimit = 3 * 1024 * 1024;

    public HttpContext Http { get; } = http;

    public RequestTarget Target { get; } = target;

    public UserInformation User { get; } = user;

    /// <summary>What the authorizer said; null when it refused or was not asked.</summary>
    public AccessDecision? Access { get; set; }

    /// <summary>Names the request in the audit log.</summary>
    public string AuditId { get; } = Guid.NewGuid().ToString();

    public DateTimeOffset Received { get; } = received;

    /// <summary>Texts of Warning headers, in order.</summary>
    public List<string> Warnings { get; } = [];

    public CancellationToken Aborted => Http.RequestAborted;

    public string MediaType => (Http.Request.ContentType ?? "").Split(';')[0].Trim();

    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var values) ? values[0] : null;

    public bool QueryFlag(string name) => Query(name) is "true" or "1" or "True" or "TRUE" or "t" or "T";

    /// <summary>The manager of a write that names none: the first word of the user agent.</summary>
    public string DefaultManager => Http.Request.Headers.UserAgent.ToString().Split('/')[0] is { Length: > 0 } agent ? agent : "unknown";

    /// <summary>The whole body.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadBodyAsync()
    {
        var buffer = new MemoryStream((int)Math.Clamp(Http.Request.ContentLength ?? 0, 0, BodyLimit));
        var chunk = new byte[16 * 1024];
        while (await Http.Request.Body.ReadAsync(chunk, Aborted) is > 0 and var count)
        {
            if (buffer.Length + count > BodyLimit) throw Refuse.TooLarge(BodyLimit);
            buffer.Write(chunk, 0, count);
        }
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
