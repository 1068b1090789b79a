using System.Text;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Models;
using Toolbox.Sandbox.Api.Resources;
using Toolbox.Sandbox.Api.Serving;
using Toolbox.Sandbox.Api.Store;
using Toolbox.Sandbox.Api.Tables;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Writes the events of one watch in the agreed form.</summary>
sealed class WatchEncoder
{
    readonly ResourceType _type;
    readonly Shape _shape;
    readonly TableRenderer? _table;
    bool _columnsSent;

    WatchEncoder(ResourceType type, Shape shape, TableRenderer? table) => (_type, _shape, _table) = (type, shape, table);

    public string ContentType => "application/json";

    public static WatchEncoder For(ApiCall call, ResourceType type, Representation representation, ApiState state) =>
        new(type, representation.Shape, representation.Shape == Shape.Table ? TableRenderer.For(call, type, state.Clock) : null);

    public ReadOnlyMemory<byte> Encode(WatchEvent item) => EncodeServed(item with { Object = EventConversion.Served(_type, item.Object) });

    ReadOnlyMemory<byte> EncodeServed(WatchEvent item) => _shape switch
    {
        Shape.Object => Line(item.Type, item.Object.Json),
        Shape.Table => Line(item.Type, JsonText.Write(Table(item.Object))),
        _ => Line(item.Type, JsonText.Write(PartialMetadata.Of(item.Object))),
    };

    /// <summary>An object of the watched kind with nothing but a resource version.</summary>
    public ReadOnlyMemory<byte> Bookmark(long version, bool endsInitialEvents)
    {
        var metadata = new JsonObject();
        if (endsInitialEvents) metadata["annotations"] = new JsonObject { ["k8s.io/initial-events-end"] = "true" };
        var empty = BookmarkObject.Of(_type, metadata, version);
        return _shape switch
        {
            Shape.Object => Line("BOOKMARK", empty.Json),
            Shape.Table => Line("BOOKMARK", JsonText.Write(Table(empty))),
            _ => Line("BOOKMARK", JsonText.Write(PartialMetadata.Of(empty))),
        };
    }

    /// <summary>The ERROR event of a version that is forgotten.</summary>
    public ReadOnlyMemory<byte> Expired(string message) =>
        Line("ERROR", JsonText.Write(new Refusals.RequestRefused(410, "Expired", message).Status));

    // Only the first event of a watch describes the columns.
    JsonObject Table(StoredObject item)
    {
        var table = _table!.Render([item], item.Version, withColumns: !_columnsSent);
        _columnsSent = true;
        return table;
    }

    static byte[] Line(string type, ReadOnlySpan<byte> content)
    {
        var head = Encoding.UTF8.GetBytes($"{{\"type\":\"{type}\",\"object\":");
        var line = new byte[head.Length + content.Length + 2];
        head.CopyTo(line, 0);
        content.CopyTo(line.AsSpan(head.Length));
        line[^2] = (byte)'}';
        line[^1] = (byte)'\n';
        return line;
    }
}
