using Toolbox.Api.Rest.Routes;
using Toolbox.Api.Tests.World;

namespace Toolbox.Api.Tests;

/// <summary>What an operator in dry run serves: questions are answered, and every change is refused before its body is looked at.</summary>
[Collection(nameof(ApiCollection))]
public sealed class ReadOnlyTests(ApiFixture api)
{
    [Fact]
    public async Task Questions_are_answered()
    {
        await using var stand = await RestStand.Start(api, options => options with { IsReadOnly = true });
        (await stand.Get("/clusters")).IsOk();
        (await stand.Get("/deployments")).IsOk();
    }

    [Fact]
    public async Task Every_change_is_refused_with_the_reason()
    {
        await using var stand = await RestStand.Start(api, options => options with { IsReadOnly = true });
        var changes = RouteTable.All.Where(route => route.Method != "GET").ToList();
        Assert.NotEmpty(changes);
        foreach (var route in changes)
        {
            var path = route.Path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
            using var request = new HttpRequestMessage(new HttpMethod(route.Method), $"/api/v1{path}");
            using var response = await stand.Http.SendAsync(request);
            Assert.Equal(409, (int)response.StatusCode);
            Assert.Contains("--dry-run", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
