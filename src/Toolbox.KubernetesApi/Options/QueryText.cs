using System.Globalization;
using System.Text;

namespace Toolbox.KubernetesApi;

/// <summary>Builds the query part of an address; members without a value are left out.</summary>
sealed class QueryText
{
    readonly StringBuilder _text = new();

    public QueryText Add(string name, string? value)
    {
        if (value is null) return this;
        _text.Append(_text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return this;
    }

    public QueryText Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
