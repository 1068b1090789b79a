namespace Toolbox.KubernetesApi;

/// <summary>One change of a cache's content. An object that was replaced by another of the same name is a deletion and an addition.</summary>
public abstract record ResourceChange<T>
{
    ResourceChange() { }

    public sealed record Added(T Value) : ResourceChange<T>;

    public sealed record Updated(T Old, T New) : ResourceChange<T>;

    /// <summary>With the last state that the cache knew, or the one that the deletion told.</summary>
    public sealed record Deleted(T Last) : ResourceChange<T>;

    /// <summary>The object as it is now, or was.</summary>
    public T Subject => this switch
    {
        Added added => added.Value,
        Updated updated => updated.New,
        Deleted deleted => deleted.Last,
    };

    public ObjectKey Key => ObjectMetadata.Key(Subject);
}
