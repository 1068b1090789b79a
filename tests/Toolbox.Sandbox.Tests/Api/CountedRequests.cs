using System.Globalization;

namespace Toolbox.Sandbox.Tests.Api;

/// <summary>What GET /metrics tells about requests.</summary>
public sealed class CountedRequests(ServerFixture server) : IClassFixture<ServerFixture>
{
    const string Lists = "apiserver_request_total{verb=\"LIST\",resource=\"configmaps\",user=\"kubernetes-admin\"}";

    [Fact]
    public async Task Each_request_is_counted_with_its_verb_resource_and_user()
    {
        var before = await Count();
        await server.SendAsync("GET", "/api/v1/namespaces/default/configmaps");
        await server.SendAsync("GET", "/api/v1/configmaps");
        await server.SendAsync("GET", "/api/v1/namespaces/default/secrets");
        Assert.Equal(2, await Count() - before);
    }

    async Task<long> Count()
    {
        var lines = (await server.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Split('\n');
        Assert.Contains("# TYPE apiserver_request_total counter", lines);
        return lines.Where(line => line.StartsWith(Lists, StringComparison.Ordinal)).Select(line => long.Parse(line[Lists.Length..], CultureInfo.InvariantCulture)).SingleOrDefault();
    }
}
