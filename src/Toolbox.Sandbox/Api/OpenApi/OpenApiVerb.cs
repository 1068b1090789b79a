using System.Globalization;
using Microsoft.AspNetCore.Http;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Serving;

namespace Toolbox.Sandbox.Api.OpenApi;

/// <summary>Serves the OpenAPI documents, with hashes and revalidation as the real server's handlers have them.</summary>
sealed class OpenApiVerb(ApiState state)
{
    const string Root = "/openapi/v3";

    readonly OpenApiDocuments _documents = new(state);

    public Answer Handle(ApiCall call)
    {
        var path = call.Target.Path.TrimEnd('/');
        if (path == "/openapi/v2")
            throw new RequestRefused(406, "NotAcceptable", "the sandbox publishes its schemas as OpenAPI v3 only, below /openapi/v3");
        if (path == Root) return new Answer.Streamed(http => WriteAsync(http, _documents.Index(), "text/plain; charset=utf-8", tag: false));
        if (_documents.Find(path[(Root.Length + 1)..]) is not { } document) return new Answer.Streamed(NothingAsync);
        var hash = call.Query("hash");
        if (hash is null || hash == document.Hash) return new Answer.Streamed(http => WriteAsync(http, document, "application/json", tag: true, hash is not null));
        return new Answer.Streamed(http => RedirectAsync(http, path, document));
    }

    static Task NothingAsync(HttpContext http)
    {
        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    static Task RedirectAsync(HttpContext http, string path, OpenApiDocument document)
    {
        http.Response.StatusCode = 301;
        http.Response.ContentType = "application/json";
        http.Response.Headers.ETag = $"\"{document.Hash}\"";
        http.Response.Headers.Vary = "Accept";
        http.Response.Headers.Location = $"{path}?hash={document.Hash}";
        return Task.CompletedTask;
    }

    static async Task WriteAsync(HttpContext http, OpenApiDocument document, string contentType, bool tag, bool immutable = false)
    {
        var headers = http.Response.Headers;
        headers.LastModified = document.Modified.ToString("R", CultureInfo.InvariantCulture);
        if (tag)
        {
            headers.ETag = $"\"{document.Hash}\"";
            headers.Vary = "Accept";
        }
        if (immutable)
        {
            headers.CacheControl = "public, immutable";
            headers.Expires = document.Modified.AddYears(1).ToString("R", CultureInfo.InvariantCulture);
        }
        if (IsFresh(http.Request, document))
        {
            http.Response.StatusCode = 304;
            return;
        }
        http.Response.ContentType = contentType;
        http.Response.ContentLength = document.Json.Length;
        await http.Response.Body.WriteAsync(document.Json, http.RequestAborted);
    }

    static bool IsFresh(HttpRequest request, OpenApiDocument document)
    {
        if (request.Headers.IfNoneMatch.Count > 0) return request.Headers.IfNoneMatch.ToString().Contains(document.Hash, StringComparison.Ordinal);
        return DateTimeOffset.TryParse(request.Headers.IfModifiedSince, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            && document.Modified.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }
}
