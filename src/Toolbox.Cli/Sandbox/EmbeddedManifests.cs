using System.Reflection;

namespace Toolbox.Cli.Sandbox;

/// <summary>Manifests that the executable carries: definitions and roles of the charts, and the operator.</summary>
static class EmbeddedManifests
{
    const string Definitions = "definitions/";

    public static IEnumerable<string> CustomResourceDefinitions() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Definitions, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read);

    /// <summary>The template of a role in the roles chart: operator, supervisor or bootstrap.</summary>
    public static string Role(string name) => Read($"roles/{name}");

    /// <summary>The field rules of that role: plain YAML between the templates of the chart.</summary>
    public static string RulesOf(string name) =>
        string.Join('\n', Role(name).Split('\n').SkipWhile(line => line != "rules:").TakeWhile(line => line != "---"));

    public static string Operator(string @namespace) => Read("operator.yaml").Replace("NAMESPACE", @namespace, StringComparison.Ordinal);

    static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The executable does not carry {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
