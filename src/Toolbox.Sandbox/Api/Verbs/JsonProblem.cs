using System.Text.Json;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Words a JSON syntax error as Go's encoding/json does.</summary>
static class JsonProblem
{
    public static string Describe(ReadOnlySpan<byte> text, JsonException error)
    {
        var at = Offset(text, error);
        if (at >= text.TrimEnd((byte)' ').Length) return "unexpected end of JSON input";
        return $"invalid character '{(char)text[at]}' looking for beginning of value";
    }

    static int Offset(ReadOnlySpan<byte> text, JsonException error)
    {
        if (text.Length == 0 || error.Message.Contains("end of data", StringComparison.Ordinal) || error.Message.Contains("no data", StringComparison.Ordinal)
            || error.Message.Contains("tokens", StringComparison.Ordinal)) return text.Length;
        var offset = 0;
        for (var line = error.LineNumber ?? 0; line > 0; line--)
        {
            var next = text[offset..].IndexOf((byte)'\n');
            if (next < 0) break;
            offset += next + 1;
        }
        return (int)Math.Min(text.Length, offset + (error.BytePositionInLine ?? 0));
    }
}
