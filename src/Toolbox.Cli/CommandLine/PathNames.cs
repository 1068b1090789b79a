using System.CommandLine;

namespace Toolbox.Cli.CommandLine;

/// <summary>Paths of the REST API for the resources that a command line names.</summary>
static class PathNames
{
    public static string Deployment(ParseResult parsed) => $"deployments/{Escaped(parsed, ResourceNames.Deployment)}";

    public static string Cluster(ParseResult parsed) => $"clusters/{Escaped(parsed, ResourceNames.Cluster)}";

    public static string Job(ParseResult parsed) => $"{Cluster(parsed)}/jobs/{Escaped(parsed, ResourceNames.Job)}";

    public static string Escaped(ParseResult parsed, Option<string> name) => Uri.EscapeDataString(parsed.GetValue(name)!);
}
