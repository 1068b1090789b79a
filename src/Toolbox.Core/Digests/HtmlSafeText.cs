using System.Globalization;
using System.Text;

namespace Toolbox.Core.Digests;

/// <summary>JSON strings as Gson writes them with HTML escaping on, which is how digests have always been computed.</summary>
static class HtmlSafeText
{
    public static void Append(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var character in text) AppendEscaped(json, character);
        json.Append('"');
    }

    static void AppendEscaped(StringBuilder json, char character)
    {
        switch (character)
        {
            case '"': json.Append("\\\""); break;
            case '\\': json.Append("\\\\"); break;
            case '\t': json.Append("\\t"); break;
            case '\b': json.Append("\\b"); break;
            case '\n': json.Append("\\n"); break;
            case '\r': json.Append("\\r"); break;
            case '\f': json.Append("\\f"); break;
            case < ' ' or '<' or '>' or '&' or '=' or '\'' or '\u2028' or '\u2029':
                json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                break;
            default: json.Append(character); break;
        }
    }
}
