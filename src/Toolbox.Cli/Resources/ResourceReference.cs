using System.CommandLine;
using System.Text.Json.Nodes;

namespace Toolbox.Cli.Resources;

/// <summary>Resources as a person names them: <c>NAME</c>, <c>KIND/NAME</c> or <c>KIND NAME</c>.</summary>
/// <param name="Kind">Null: any kind.</param>
sealed record ResourceReference(ResourceKind? Kind, string Name)
{
    public static Argument<string[]> Argument(string description, ArgumentArity arity) => new("RESOURCE") { Description = description, Arity = arity };

    /// <exception cref="RefusalException">The words name no resource.</exception>
    public static ResourceReference Parse(string[] words) => words switch
    {
        [var one] when one.Split('/') is [var kind, var name] && name.Length > 0 => new(ResourceKind.Parse(kind), name),
        [var one] when !one.Contains('/') && one.Length > 0 => new(null, one),
        [var kind, var name] when !name.Contains('/') && name.Length > 0 => new(ResourceKind.Parse(kind), name),
        _ => throw new RefusalException($"'{string.Join(' ', words)}' names no resource: NAME, KIND/NAME or KIND NAME does"),
    };

    /// <summary>The resources of this name: one of each kind at most.</summary>
    /// <exception cref="FailureException">There is none.</exception>
    public IReadOnlyList<(ResourceKind Kind, JsonObject Resource)> Find(NamespaceContent content, string @namespace)
    {
        var found = ResourceKind.All.Where(kind => Kind is null || kind == Kind)
            .SelectMany(kind => content.Of(kind).Where(resource => resource.Name() == Name).Select(resource => (kind, resource))).ToList();
        return found.Count > 0 ? found : throw new FailureException($"there is no {Kind?.Words[1] ?? "deployment, cluster or job"} {Name} in namespace {@namespace}");
    }
}
