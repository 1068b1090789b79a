using System.Net;
using Toolbox.Sandbox.Node.Addresses;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class AddressPoolTests
{
    [Fact]
    public void Every_pod_gets_an_address_of_its_own()
    {
        using var pool = new AddressPool(AddressRange.Parse("127.66.1.0/24"), 0);
        var taken = Enumerable.Range(0, 20).Select(_ => pool.Take()).ToList();
        Assert.Equal(20, taken.Distinct().Count());
        Assert.All(taken, address => Assert.StartsWith("127.66.1.", address!.ToString()));
    }

    [Fact]
    public void Two_pools_over_the_same_range_never_share_an_address()
    {
        using var one = new AddressPool(AddressRange.Parse("127.66.2.0/29"), 0);
        using var other = new AddressPool(AddressRange.Parse("127.66.2.0/29"), 0);
        var taken = new[] { one.Take(), other.Take(), one.Take(), other.Take() };
        Assert.Equal(4, taken.OfType<IPAddress>().Distinct().Count());
    }

    [Fact]
    public void An_address_that_was_given_back_comes_last()
    {
        using var pool = new AddressPool(AddressRange.Parse("127.66.3.0/29"), 0);
        var first = pool.Take()!;
        pool.Release(first);
        Assert.NotEqual(first, pool.Take());
    }

    [Fact]
    public void A_used_up_range_gives_nothing_until_one_comes_back()
    {
        using var pool = new AddressPool(AddressRange.Parse("127.66.4.0/30"), 0);
        var addresses = new[] { pool.Take()!, pool.Take()! };
        Assert.Equal(["127.66.4.2", "127.66.4.3"], addresses.Select(address => address.ToString()));
        Assert.Null(pool.Take());
        pool.Release(addresses[0]);
        Assert.Equal(addresses[0], pool.Take());
    }

    [Fact]
    public void A_range_that_is_not_of_this_machine_gives_nothing()
    {
        using var pool = new AddressPool(AddressRange.Parse("203.0.113.0/28"), 0);
        Assert.Null(pool.Take());
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.64.0.0/31")]
    [InlineData("fd00::/64")]
    [InlineData("nonsense")]
    public void A_range_that_cannot_be_used_is_refused_by_name(string text)
    {
        var problem = Assert.Throws<SandboxException>(() => AddressRange.Parse(text));
        Assert.Contains($"'{text}'", problem.Message);
    }
}
