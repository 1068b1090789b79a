using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;

namespace Toolbox.Sandbox.Api.Serving;

/// <summary>The JSON of a list, put together from the stored texts of its items.</summary>
static class ListText
{
    public static ReadOnlyMemory<byte> Write(Answer.Many many)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + many.Items.Sum(item => item.Json.Length + 2));
        var custom = many.Type.Custom is not null;
        Append(buffer, $"{{\"kind\":\"{many.Type.ListKindOrDefault}\",\"apiVersion\":\"{many.Type.ApiVersion}\",\"metadata\":{JsonText.Quoted(Metadata(many))},\"items\":[");
        for (var index = 0; index < many.Items.Count; index++)
        {
            if (index > 0) Append(buffer, ",");
            // Items of built-in lists have neither kind nor apiVersion; theirs stand first in the stored text.
            if (!custom) Append(buffer, "{");
            buffer.Write(custom ? many.Items[index].Json : many.Items[index].Item.Span);
        }
        Append(buffer, "]}\n");
        return buffer.WrittenMemory;
    }

    /// <param name="partial">Lists of metadata leave out an empty continue for custom resources too.</param>
    public static JsonObject Metadata(Answer.Many many, bool partial = false)
    {
        var metadata = new JsonObject { ["resourceVersion"] = many.Version.ToString(CultureInfo.InvariantCulture) };
        if (many.Continue.Length > 0 || (many.Type.Custom is not null && !partial)) metadata["continue"] = many.Continue;
        if (many.Remaining is not null) metadata["remainingItemCount"] = many.Remaining;
        return metadata;
    }

    static void Append(ArrayBufferWriter<byte> buffer, string text) => buffer.Write(Encoding.UTF8.GetBytes(text));
}
