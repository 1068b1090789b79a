using System.Text.Json.Nodes;
using Toolbox.Cli.Resources;
using Toolbox.KubernetesApi;

namespace Toolbox.Cli.Get;

/// <summary>Which resources are asked for.</summary>
/// <param name="Namespace">Null: all.</param>
/// <param name="Names">Empty: all.</param>
sealed record GetQuery(KubernetesApiClient Client, string? Namespace, string? Selector, string[] Names)
{
    public async Task<JsonNode> Table(ResourceKind kind, CancellationToken cancellation) =>
        await Needed.From(Client, kind.Type.Plural, Client.Table(kind.Type, Namespace, new ListOptions { LabelSelector = Selector }, cancellation));

    public async Task<IReadOnlyList<JsonObject>> Items(IReadOnlyList<ResourceKind> kinds, CancellationToken cancellation)
    {
        var items = new List<JsonObject>();
        foreach (var kind in kinds)
        {
            var list = await Needed.From(Client, kind.Type.Plural, Client.ListAll(kind.Type, Namespace, new ListOptions { LabelSelector = Selector }, cancellation));
            items.AddRange(list.Items.Where(item => IsAskedFor(item.Name())).Select(ObjectMetadata.WithoutManagedFields));
        }
        Complain(kinds, items.Select(item => item.Name()));
        return items;
    }

    public bool IsAskedFor(string name) => Names.Length == 0 || Names.Contains(name, StringComparer.Ordinal);

    /// <exception cref="FailureException">A name that was asked for is not there.</exception>
    public void Complain(IReadOnlyList<ResourceKind> kinds, IEnumerable<string> found)
    {
        var missing = Names.Except(found, StringComparer.Ordinal).ToList();
        if (missing.Count > 0) throw new FailureException($"there is no {kinds[0].Words[1]} {string.Join(", ", missing)}{(Namespace is null ? "" : $" in namespace {Namespace}")}");
    }
}
