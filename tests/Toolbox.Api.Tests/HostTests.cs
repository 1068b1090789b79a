using System.Text.Json.Nodes;
using Toolbox.Api.Tests.World;

namespace Toolbox.Api.Tests;

/// <summary>Which Host headers an API on loopback serves.</summary>
[Collection(nameof(ApiCollection))]
public sealed class HostTests(ApiFixture api)
{
    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1:4444", 200)]
    [InlineData("[::1]:4444", 200)]
    [InlineData("10.1.2.3", 200)]
    [InlineData("flink-operator:4444", 200)]
    [InlineData("flink-operator.flink.svc", 200)]
    [InlineData("flink-operator.flink.svc.cluster.local", 200)]
    [InlineData("attacker.example", 421)]
    [InlineData("localhost.attacker.example:4444", 421)]
    [InlineData("127.0.0.1.attacker.example", 421)]
    public async Task Names_of_the_public_DNS_are_refused(string host, int code)
    {
        await using var stand = await RestStand.Start(api);
        await stand.CachesFollow();
        await Answers(stand, host, code);
    }

    [Fact]
    public async Task A_name_may_be_allowed()
    {
        await using var stand = await RestStand.Start(api, options => options with { AllowedHosts = ["flink.example"] });
        await stand.CachesFollow();
        await Answers(stand, "Flink.Example:8443", 200);
        await Answers(stand, "other.example", 421);
    }

    static async Task Answers(RestStand stand, string host, int code)
    {
        using var client = new HttpClient { BaseAddress = stand.Server.Url };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/clusters");
        request.Headers.Host = host;
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(code == (int)response.StatusCode, $"{(int)response.StatusCode}: {text}");
        if (code != 200) Assert.Contains("--allowed-hosts", (string?)JsonNode.Parse(text)!["error"], StringComparison.Ordinal);
    }
}
