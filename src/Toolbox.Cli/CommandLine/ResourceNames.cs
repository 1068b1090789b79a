using System.CommandLine;

namespace Toolbox.Cli.CommandLine;

/// <summary>Options that name a resource, shared by all commands.</summary>
static class ResourceNames
{
    public static Option<string> Deployment { get; } = Name("--deployment-name", "Name of the Flink deployment.");

    public static Option<string> Cluster { get; } = Name("--cluster-name", "Name of the Flink cluster.");

    public static Option<string> Job { get; } = Name("--job-name", "Name of the Flink job inside of its cluster.");

    static Option<string> Name(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, Required = true, HelpName = "name" };
        // An empty name would silently address the whole collection.
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }]) result.AddError($"{name} is empty: the name of a resource is needed");
        });
        return option;
    }
}
