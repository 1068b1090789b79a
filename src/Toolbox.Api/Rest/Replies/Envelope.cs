using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Toolbox.Api.Rest.Replies;

/// <summary>
/// The body that every answer has: <c>status</c> (OK; FAILURE when the caller is at fault; ERROR when Flink, the API server or we are),
/// with <c>output</c>, a JSON text as a string, or <c>error</c>.
/// </summary>
static class Envelope
{
    // The body is never HTML: quotes inside of the output stay readable.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task Write(HttpContext context, Reply reply) => reply switch
    {
        Reply.Done => Write(context, StatusCodes.Status200OK, "OK", null, default),
        Reply.Output output => Write(context, StatusCodes.Status200OK, "OK", "output", output.Json),
        Reply.Refused refused => Refuse(context, StatusCode.Of(refused.Refusal), refused.Message),
    };

    /// <summary>For refusals that have no reply: an unknown path or method.</summary>
    public static Task Refuse(HttpContext context, int code, string message)
    {
        if (code == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "1";
        return Write(context, code, code < 500 ? "FAILURE" : "ERROR", "error", message);
    }

    static async Task Write(HttpContext context, int code, string status, string? member, string? text)
    {
        var body = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(body, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("status"u8, status);
            if (member is not null) writer.WriteString(member, text);
            writer.WriteEndObject();
        }
        context.Response.StatusCode = code;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.WrittenCount;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }
}
