using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Toolbox.Api.Rest.Replies;

namespace Toolbox.Api.Rest.Transport;

/// <summary>Reads a JSON body, never more of it and never longer than allowed.</summary>
static class BodyReader
{
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    public static async Task<BodyReading> Read(HttpRequest request, RestOptions options, CancellationToken cancellation)
    {
        if (NotJson(request) is { } complaint) return BodyReading.Refused(Refusal.UnsupportedMedia, complaint);
        using var limit = new CancellationTokenSource(options.BodyTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var bytes = new ArrayBufferWriter<byte>(4096);
            var isTooLong = false;
            while (true)
            {
                var read = await request.Body.ReadAsync(bytes.GetMemory(4096), either.Token);
                if (read == 0) return isTooLong ? TooLong(options) : Parse(bytes.WrittenMemory);
                isTooLong = isTooLong || bytes.WrittenCount + read > options.LongestBody;
                // What is too much is dropped, up to the limit of the listener: a client that still sends would not see the answer.
                if (!isTooLong) bytes.Advance(read);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return BodyReading.Refused(Refusal.Malformed, $"the body did not come within {options.BodyTimeout.TotalSeconds:0.#} s");
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLong(options);
        }
        catch (BadHttpRequestException error)
        {
            return BodyReading.Refused(Refusal.Malformed, $"the body cannot be read: {error.Message}");
        }
    }

    static BodyReading Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty) return default;
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return IsText(document.RootElement)
                ? new BodyReading(document.RootElement.Clone(), null)
                : BodyReading.Refused(Refusal.Malformed, "the body holds half of a character (a lone surrogate)");
        }
        catch (JsonException error)
        {
            return BodyReading.Refused(Refusal.Malformed, $"the body is not JSON: {error.Message}");
        }
    }

    // Escapes may form what is no text; it parses, and fails only when somebody looks.
    static bool IsText(JsonElement element)
    {
        try
        {
            return Walk(element);
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        static bool Walk(JsonElement item) => item.ValueKind switch
        {
            JsonValueKind.Object => item.EnumerateObject().All(member => member.Name is not null && Walk(member.Value)),
            JsonValueKind.Array => item.EnumerateArray().All(Walk),
            JsonValueKind.String => item.GetString() is not null,
            _ => true,
        };
    }

    // curl -d says that it sends a form, and the manual's examples are written so. Browsers send forms to other sites without asking,
    // but name where they come from; what they must ask for first (JSON) is not granted to them.
    static string? NotJson(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0) return "the body must not be compressed";
        if (request.ContentType is not { Length: > 0 } text) return null;
        if (!MediaTypeHeaderValue.TryParse(text, out var type)) return "the content type cannot be read; application/json is expected";
        if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return "the body must be UTF-8";
        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)) return null;
        return type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) && request.Headers.Origin.Count == 0
            ? null : "the content type must be application/json";
    }

    static BodyReading TooLong(RestOptions options) =>
        BodyReading.Refused(Refusal.TooLarge, $"the body is longer than {options.LongestBody} bytes");
}
