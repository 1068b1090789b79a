using System.Text;

namespace Toolbox.Sandbox.Node.Variables;

/// <summary>
/// Replaces <c>$(NAME)</c> in commands, arguments and variable values as Kubernetes does: an unknown name stays as it is written,
/// <c>$$(NAME)</c> is an escaped <c>$(NAME)</c>, and a lone <c>$</c> means itself.
/// </summary>
public static class VariableExpansion
{
    public static string Expand(string text, Func<string, string?> lookup)
    {
        var result = new StringBuilder(text.Length);
        var place = 0;
        while (place < text.Length)
        {
            if (text[place] != '$' || place + 1 == text.Length)
                result.Append(text[place++]);
            else
                place = AfterDollar(text, place, lookup, result);
        }

        return result.ToString();
    }

    static int AfterDollar(string text, int place, Func<string, string?> lookup, StringBuilder result)
    {
        switch (text[place + 1])
        {
            case '$':
                result.Append('$');
                return place + 2;
            case '(' when text.IndexOf(')', place + 2) is var end and > 0:
                var name = text[(place + 2)..end];
                result.Append(lookup(name) ?? $"$({name})");
                return end + 1;
            default:
                result.Append('$');
                return place + 1;
        }
    }
}
