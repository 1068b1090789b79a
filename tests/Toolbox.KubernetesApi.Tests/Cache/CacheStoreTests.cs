using k8s.Models;

namespace Toolbox.KubernetesApi.Tests.Cache;

/// <summary>Writes of ours meet lists and watch events that are older or newer.</summary>
public sealed class CacheStoreTests
{
    readonly CacheStore<V1ConfigMap> _store = new();

    static V1ConfigMap Map(string name, int version, string? uid = null) => new()
    {
        Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = "n", Uid = uid ?? name, ResourceVersion = $"{version}" },
    };

    string Content => string.Join(' ', _store.All().Select(item => $"{item.Metadata.Name}@{item.Metadata.ResourceVersion}").Order(StringComparer.Ordinal));

    [Fact]
    public void An_older_event_does_not_undo_an_offered_write()
    {
        _store.Replace([Map("a", 5)], "10");
        _store.Offer(Map("a", 12));
        _store.Take(Map("a", 11));
        Assert.Equal("a@12", Content);
        _store.Take(Map("a", 13));
        Assert.Equal("a@13", Content);
    }

    [Fact]
    public void A_late_offer_does_not_bring_back_what_was_deleted()
    {
        _store.Replace([Map("a", 5)], "10");
        _store.TakeDeletion(Map("a", 12));
        Assert.False(_store.Offer(Map("a", 11)));
        Assert.Equal("", Content);
    }

    [Fact]
    public void A_created_object_may_be_offered_before_the_watch_tells_of_it()
    {
        _store.Replace([], "10");
        Assert.True(_store.Offer(Map("a", 11)));
        _store.Take(Map("a", 11));
        Assert.Equal("a@11", Content);
    }

    [Fact]
    public void The_deletion_of_a_predecessor_leaves_an_offered_successor()
    {
        _store.Replace([Map("a", 5, "first")], "10");
        _store.Offer(Map("a", 13, "second"));
        _store.TakeDeletion(Map("a", 12, "first"));
        Assert.Equal("a@13", Content);
    }

    [Fact]
    public void A_list_from_before_an_offered_write_does_not_undo_it()
    {
        _store.Replace([Map("a", 5)], "10");
        _store.Offer(Map("a", 25));
        _store.Offer(Map("b", 26));
        _store.Replace([Map("a", 20)], "20");
        Assert.Equal("a@25 b@26", Content);
    }

    [Fact]
    public void A_list_after_an_offered_write_decides()
    {
        _store.Replace([Map("a", 5)], "10");
        _store.Offer(Map("b", 11));
        _store.Replace([Map("a", 20)], "20");
        Assert.Equal("a@20", Content);
    }

    [Fact]
    public void A_list_of_another_history_wins_even_with_lower_versions()
    {
        _store.Replace([Map("a", 45, "first"), Map("b", 46)], "50");
        _store.Replace([Map("a", 30, "second")], "60");
        Assert.Equal(("a@30", "second"), (Content, _store.All().Single().Metadata.Uid));
    }

    [Fact]
    public void The_position_never_goes_back_but_for_a_list()
    {
        _store.Replace([], "10");
        _store.TakeBookmark("20");
        _store.Take(Map("a", 15));
        Assert.Equal("20", _store.Position);
        _store.Replace([], "3");
        Assert.Equal(("3", ""), (_store.Position, Content));
    }
}
