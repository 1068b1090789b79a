using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Toolbox.Sandbox.Api.Json;

/// <summary>Reads text of strangers as YAML: whatever is wrong with it ends in one kind of exception, with a position, and never in a deep recursion.</summary>
public static class YamlDocuments
{
    /// <summary>Deeper nesting than any object of Kubernetes has.</summary>
    const int DeepestNesting = 200;

    /// <summary>Aliases can make few lines stand for any number of nodes.</summary>
    const int MostNodes = 1_000_000;

    /// <summary>The root nodes of all documents; those of empty ones are empty scalars.</summary>
    /// <exception cref="YamlException">The text is not YAML, nested too deeply, refers to itself, or stands for too many nodes.</exception>
    public static IReadOnlyList<YamlNode> Load(string text)
    {
        var parser = new BoundedParser(new Parser(new StringReader(text)));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            var roots = stream.Documents.Select(document => document.RootNode).ToList();
            var nodes = 0;
            foreach (var root in roots)
                Check(root, 0, ref nodes);
            return roots;
        }
        // The library throws exceptions of other kinds for some texts that are not YAML.
        catch (Exception exception) when (exception is not (YamlException or OutOfMemoryException))
        {
            throw new YamlException(parser.Position, parser.Position, exception.Message, exception);
        }
    }

    /// <summary>What is wrong, and where, in one line.</summary>
    public static string Describe(YamlException exception) =>
        $"line {exception.Start.Line}, column {exception.Start.Column}: {exception.Message.ReplaceLineEndings(" ")}";

    static void Check(YamlNode node, int depth, ref int nodes)
    {
        if (depth > DeepestNesting || ++nodes > MostNodes)
            throw new YamlException(node.Start, node.End, depth > DeepestNesting ? "nested too deeply, or an alias that contains itself" : "aliases that stand for too many nodes");
        foreach (var child in Children(node))
            Check(child, depth + 1, ref nodes);
    }

    static IEnumerable<YamlNode> Children(YamlNode node) => node switch
    {
        YamlMappingNode mapping => mapping.Children.SelectMany(pair => new[] { pair.Key, pair.Value }),
        YamlSequenceNode sequence => sequence.Children,
        _ => [],
    };

    /// <summary>Refuses deep nesting before the loader, which calls itself for each level, gets to see it.</summary>
    sealed class BoundedParser(IParser parser) : IParser
    {
        int depth;

        public ParsingEvent? Current => parser.Current;

        /// <summary>How far the text was understood.</summary>
        public Mark Position => parser.Current?.End ?? Mark.Empty;

        public bool MoveNext()
        {
            if (!parser.MoveNext())
                return false;
            depth += parser.Current!.NestingIncrease;
            // The stream and the document are levels too.
            return depth <= DeepestNesting + 2 ? true : throw new YamlException(parser.Current.Start, parser.Current.End, "nested too deeply");
        }
    }
}
