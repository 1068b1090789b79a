using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Toolbox.Sandbox.Api.Json;
using Toolbox.Sandbox.Api.Refusals;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Where a paged list goes on: base64url of the JSON that the real server uses.</summary>
/// <param name="Version">The resource version of the first page; -1 for whatever is newest.</param>
/// <param name="After">The key of the last object already sent, below the list's namespace.</param>
sealed record ContinueToken(long Version, string After)
{
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    public override string ToString() => Base64Url.EncodeToString(JsonText.Write(new JsonObject
    {
        ["v"] = "meta.k8s.io/v1",
        ["rv"] = Version,
        ["start"] = (Version < 0 ? "" : "/") + After + "\0",
    }));

    public static ContinueToken Parse(string text)
    {
        var bytes = Decode(text);
        try
        {
            var token = JsonText.Read(bytes);
            if (token.TextAt("v") == "meta.k8s.io/v1" && token.NumberAt("rv") is { } version && token.TextAt("start") is { } start)
                return new ContinueToken(version, start.TrimStart('/').TrimEnd('\0'));
        }
        catch (JsonException)
        {
            var first = bytes.Length == 0 ? "" : bytes[0] < 0x80 && !char.IsControl((char)bytes[0]) ? $"{(char)bytes[0]}" : $"\\u{bytes[0]:x4}";
            throw Refuse.BadRequest($"invalid continue token: continue key is not valid: invalid character '{first}' looking for beginning of value");
        }
        throw Refuse.BadRequest("invalid continue token: continue key is not valid: incorrect encoded start resourceVersion (version meta.k8s.io/v1)");
    }

    static byte[] Decode(string text)
    {
        // Bits that are left over at the end are ignored, which .NET's decoder does not do.
        var (bytes, bits, count) = (new List<byte>(), 0, 0);
        foreach (var character in text)
        {
            var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0) throw Refuse.BadRequest($"invalid continue token: continue key is not valid: illegal base64 data at input byte {text.IndexOf(character, StringComparison.Ordinal)}");
            bits = ((bits << 6) | value) & 0xfff;
            count += 6;
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
        }
        return [.. bytes];
    }

    /// <summary>What a client is told whose page is too old, with a token that goes on at the newest version.</summary>
    public RequestRefused Expired() => new(410, "Expired",
        "The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.",
        @continue: new ContinueToken(-1, After).ToString());
}
