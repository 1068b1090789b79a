namespace Toolbox.Sandbox.Objects;

/// <summary>
/// A set of field paths as a tree (structured-merge-diff fieldpath.Set). A path's elements are in their FieldsV1 spelling: <c>f:NAME</c>,
/// <c>k:{"KEY":VALUE}</c>, <c>v:VALUE</c>, <c>i:INDEX</c>. A path may be a member although its children are members too. Filled by whoever
/// makes it, not changed after that: results of operations share parts.
/// </summary>
internal sealed class FieldSet
{
    readonly HashSet<string> members = new(StringComparer.Ordinal);
    readonly Dictionary<string, FieldSet> children = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Members => members;
    public IReadOnlyDictionary<string, FieldSet> Children => children;
    public bool IsEmpty => members.Count == 0 && children.Count == 0;

    public bool Has(string element) => members.Contains(element);

    public FieldSet? Child(string element) => children.GetValueOrDefault(element);

    public void InsertMember(string element) => members.Add(element);

    /// <summary>Adds a subtree; an empty one is not kept.</summary>
    public void InsertChild(string element, FieldSet child)
    {
        if (!child.IsEmpty) children[element] = children.TryGetValue(element, out var known) ? known.Union(child) : child;
    }

    /// <summary>The empty path stands for the whole object, which nobody owns, and is left out.</summary>
    public void Insert(IReadOnlyList<string> path)
    {
        if (path.Count == 0) return;
        var set = this;
        for (var index = 0; index < path.Count - 1; index++)
        {
            if (!set.children.TryGetValue(path[index], out var child)) set.children[path[index]] = child = new FieldSet();
            set = child;
        }
        set.members.Add(path[^1]);
    }

    public FieldSet Union(FieldSet other)
    {
        if (other.IsEmpty) return this;
        if (IsEmpty) return other;
        var union = new FieldSet();
        union.members.UnionWith(members);
        union.members.UnionWith(other.members);
        foreach (var (element, child) in children) union.InsertChild(element, child);
        foreach (var (element, child) in other.children) union.InsertChild(element, child);
        return union;
    }

    public FieldSet Intersection(FieldSet other)
    {
        var shared = new FieldSet();
        shared.members.UnionWith(members.Where(other.members.Contains));
        foreach (var (element, child) in children)
            if (other.Child(element) is { } counterpart) shared.InsertChild(element, child.Intersection(counterpart));
        return shared;
    }

    /// <summary>Removes the other's members; children of a removed member stay.</summary>
    public FieldSet Difference(FieldSet other)
    {
        if (other.IsEmpty) return this;
        var rest = new FieldSet();
        rest.members.UnionWith(members.Where(member => !other.members.Contains(member)));
        foreach (var (element, child) in children)
            rest.InsertChild(element, other.Child(element) is { } counterpart ? child.Difference(counterpart) : child);
        return rest;
    }

    /// <summary>Removes the other's members with everything below them.</summary>
    public FieldSet Without(FieldSet other)
    {
        if (other.IsEmpty) return this;
        var rest = new FieldSet();
        rest.members.UnionWith(members.Where(member => !other.members.Contains(member)));
        foreach (var (element, child) in children)
            if (!other.Has(element)) rest.InsertChild(element, other.Child(element) is { } counterpart ? child.Without(counterpart) : child);
        return rest;
    }

    /// <summary>All paths: at each level the members first, then what lies below.</summary>
    public IEnumerable<IReadOnlyList<string>> Paths()
    {
        foreach (var member in members.Order(StringComparer.Ordinal)) yield return [member];
        foreach (var (element, child) in children.OrderBy(child => child.Key, StringComparer.Ordinal))
            foreach (var path in child.Paths()) yield return [element, .. path];
    }
}
