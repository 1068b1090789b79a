using System.Collections.Immutable;
using Toolbox.Sandbox.Api.Json;
using YamlDotNet.RepresentationModel;

namespace Toolbox.Sandbox.Node.Flink;

/// <summary>Reads Flink configuration, flat (<c>a.b: c</c>) or nested, as <c>FLINK_PROPERTIES</c> and <c>config.yaml</c> carry it, into flat keys.</summary>
public static class FlinkProperties
{
    /// <summary>Lines that are not configuration are left out, as Flink does; nested text is flattened.</summary>
    public static ImmutableSortedDictionary<string, string> Parse(string? text)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(text))
            return found.ToImmutable();
        try
        {
            if (YamlDocuments.Load(text) is [var root, ..])
                Flatten("", root, found);
        }
        catch (YamlDotNet.Core.YamlException)
        {
            // Values such as `a: b: c` are no YAML, but the flat format of Flink 1.x takes them.
            Lines(text, found);
        }

        return found.ToImmutable();
    }

    static void Flatten(string key, YamlNode node, IDictionary<string, string> found)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                foreach (var (name, value) in mapping.Children)
                    Flatten(key.Length == 0 ? name.ToString() : $"{key}.{name}", value, found);
                break;
            case YamlSequenceNode list:
                found[key] = string.Join(';', list.Children.Select(item => item.ToString()));
                break;
            case YamlScalarNode scalar when key.Length > 0:
                found[key] = scalar.Value ?? "";
                break;
        }
    }

    static void Lines(string text, IDictionary<string, string> found)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0 && !line.StartsWith('#'))
                found[line[..colon].Trim()] = line[(colon + 2)..].Trim();
        }
    }
}
