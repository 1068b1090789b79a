namespace Toolbox.Sandbox.Api.Resources;

/// <summary>An immutable view of all served resources.</summary>
sealed class CatalogView
{
    readonly Dictionary<(string Group, string Version, string Plural), ResourceType> _byPath;
    readonly ILookup<string, ResourceType> _byGroup;
    readonly HashSet<string> _builtInGroups;

    public CatalogView(IReadOnlyList<ResourceType> builtIn, IReadOnlyList<ResourceType> custom)
    {
        Types = [.. builtIn, .. custom];
        _byPath = Types.ToDictionary(type => (type.Group, type.Version, type.Plural));
        _byGroup = Types.ToLookup(type => type.Group);
        _builtInGroups = [.. builtIn.Select(type => type.Group)];
        Groups = [.. BuiltInResources.Groups.Where(_byGroup.Contains), .. custom.Select(type => type.Group).Where(group => !_builtInGroups.Contains(group)).Distinct()];
    }

    public IReadOnlyList<ResourceType> Types { get; }

    /// <summary>The groups in discovery's order; the core group is the empty string.</summary>
    public IReadOnlyList<string> Groups { get; }

    public ResourceType? Find(string group, string version, string plural) => _byPath.GetValueOrDefault((group, version, plural));

    public ResourceType Require(string group, string plural) =>
        _byGroup[group].First(type => type.Plural == plural);

    public ResourceType? OfKind(string group, string kind) => _byGroup[group].FirstOrDefault(type => type.Kind == kind);

    public IEnumerable<ResourceType> InGroup(string group) => _byGroup[group];

    public bool IsBuiltIn(string group) => _builtInGroups.Contains(group);

    public IEnumerable<string> VersionsOf(string group) => _byGroup[group].Select(type => type.Version).Distinct();
}
