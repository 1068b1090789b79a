using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Models;
using Toolbox.Sandbox.Api.Refusals;
using Toolbox.Sandbox.Api.Tables;

namespace Toolbox.Sandbox.Api.Serving;

/// <summary>Writes answers in the form that was agreed on. Plain JSON of stored objects is copied from their stored text.</summary>
sealed class AnswerWriter(TimeProvider clock)
{
    public Task WriteAsync(ApiCall call, Answer answer, Representation form)
    {
        Warn(call);
        return answer switch
        {
            Answer.Single single => WriteSingleAsync(call, single with { Object = EventConversion.Served(single.Type, single.Object) }, form),
            Answer.Many { Type.StoredAs: not null } many => WriteManyAsync(call, many with { Items = [.. many.Items.Select(item => EventConversion.Served(many.Type, item))] }, form),
            Answer.Many many => WriteManyAsync(call, many, form),
            Answer.Plain plain => WriteJsonAsync(call.Http, plain.Code, JsonText.Write(plain.Body), form.Yaml),
            Answer.Text text => WriteTextAsync(call.Http, text.Code, text.Body),
            Answer.Streamed streamed => streamed.WriteAsync(call.Http),
        };
    }

    public static Task WriteRefusalAsync(ApiCall? call, HttpContext http, RequestRefused refused)
    {
        if (call is not null) Warn(call);
        if (refused.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return WriteJsonAsync(http, refused.Code, JsonText.Write(refused.Status), yaml: false);
    }

    public static async Task WriteTextAsync(HttpContext http, int code, string text)
    {
        http.Response.StatusCode = code;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), http.RequestAborted);
    }

    public static async Task WriteJsonAsync(HttpContext http, int code, ReadOnlyMemory<byte> json, bool yaml)
    {
        if (yaml) json = Encoding.UTF8.GetBytes(YamlText.Write(JsonText.Read(json.Span)));
        http.Response.StatusCode = code;
        http.Response.ContentType = yaml ? "application/yaml" : "application/json";
        http.Response.ContentLength = json.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(json, http.RequestAborted);
    }

    Task WriteSingleAsync(ApiCall call, Answer.Single single, Representation form) => form.Shape switch
    {
        Shape.Table => WriteJsonAsync(call.Http, single.Code,
            JsonText.Write(TableRenderer.For(call, single.Type, clock).Render([single.Object], single.Object.Version)), yaml: false),
        Shape.PartialObject => WriteJsonAsync(call.Http, single.Code, JsonText.Write(PartialMetadata.Of(single.Object)), form.Yaml),
        Shape.PartialObjectList => throw new RequestRefused(406, "NotAcceptable",
            $"you requested PartialObjectMetadataList, but the requested object is not a list (*unstructured.Unstructured)"),
        _ => WriteJsonAsync(call.Http, single.Code, single.Object.Json, form.Yaml),
    };

    Task WriteManyAsync(ApiCall call, Answer.Many many, Representation form) => form.Shape switch
    {
        Shape.Table => WriteJsonAsync(call.Http, 200,
            JsonText.Write(TableRenderer.For(call, many.Type, clock).Render(many.Items, many.Version, true, many.Continue, many.Remaining)), yaml: false),
        Shape.PartialObjectList => WriteJsonAsync(call.Http, 200, JsonText.Write(PartialList(many)), form.Yaml),
        Shape.PartialObject => throw new RequestRefused(406, "NotAcceptable",
            $"you requested PartialObjectMetadata, but the requested object is a list ({(many.Type.Custom is null ? $"*core.{many.Type.ListKindOrDefault}" : "*unstructured.UnstructuredList")})"),
        _ => WriteJsonAsync(call.Http, 200, ListText.Write(many), form.Yaml),
    };

    static JsonObject PartialList(Answer.Many many) => new()
    {
        ["kind"] = "PartialObjectMetadataList",
        ["apiVersion"] = "meta.k8s.io/v1",
        ["metadata"] = ListText.Metadata(many, partial: true),
        ["items"] = new JsonArray([.. many.Items.Select(item => (JsonNode)PartialMetadata.Of(item))]),
    };

    static void Warn(ApiCall call)
    {
        foreach (var warning in call.Warnings)
        {
            var quoted = warning.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            call.Http.Response.Headers.Append("Warning", $"299 - \"{quoted}\"");
        }
        call.Warnings.Clear();
    }
}
