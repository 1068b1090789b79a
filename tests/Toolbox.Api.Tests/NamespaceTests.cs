using Toolbox.Api.Tests.World;

namespace Toolbox.Api.Tests;

/// <summary>One namespace is served: whoever names another one is refused, and every answer tells which it is.</summary>
[Collection(nameof(ApiCollection))]
public sealed class NamespaceTests(ApiFixture api)
{
    [Theory]
    [InlineData("GET", "/clusters")]
    [InlineData("GET", "/events")]
    [InlineData("GET", "/openapi.json")]
    [InlineData("DELETE", "/clusters/cluster-1")]
    [InlineData("PUT", "/clusters/cluster-1/stop")]
    public async Task Another_namespace_is_refused_with_both_names(string method, string path)
    {
        await using var stand = await RestStand.Start(api);
        (await stand.Post("/clusters/cluster-1", Specs.Cluster)).IsOk();
        foreach (var other in (string[])["elsewhere", "", $"{stand.Namespace}&namespace=elsewhere"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1{path}?namespace={other}");
            using var response = await stand.Http.SendAsync(request);
            Assert.Equal(409, (int)response.StatusCode);
            Assert.Contains($"this operator serves the namespace {stand.Namespace}, not '{other.Split('=')[^1]}'", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        (await stand.Get("/clusters/cluster-1/status")).IsOk();
    }

    [Theory]
    [InlineData("/clusters")]
    [InlineData("/clusters/nothing/status")]
    [InlineData("/openapi.json")]
    public async Task Every_answer_tells_the_namespace(string path)
    {
        await using var stand = await RestStand.Start(api);
        foreach (var query in (string[])["", $"?namespace={stand.Namespace}"])
        {
            using var response = await stand.Http.GetAsync($"/api/v1{path}{query}");
            Assert.NotEqual(409, (int)response.StatusCode);
            Assert.Equal([stand.Namespace], response.Headers.GetValues("Flink-Namespace"));
        }
    }
}
