using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.Api;

/// <summary>Lists and watches under load and over time.</summary>
public sealed class WatchedCollections(ServerFixture server) : IClassFixture<ServerFixture>
{
    const int Many = 1000;

    [Fact]
    public async Task A_thousand_objects_are_listed_in_pages_and_at_once()
    {
        await CreateAsync("many");
        var watch = Stopwatch.StartNew();
        var (_, all) = await server.SendAsync("GET", Path("many"));
        Assert.Equal(Many, all!["items"]!.AsArray().Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"listing {Many} objects took {watch.Elapsed}");
        var (_, page) = await server.SendAsync("GET", Path("many") + "?limit=300");
        var count = 0;
        while (true)
        {
            count += page!["items"]!.AsArray().Count;
            if (page["metadata"]!["continue"]?.GetValue<string>() is not { Length: > 0 } token) break;
            (_, page) = await server.SendAsync("GET", $"{Path("many")}?limit=300&continue={token}");
        }
        Assert.Equal(Many, count);
    }

    [Fact]
    public async Task A_watch_keeps_up_with_a_thousand_changes()
    {
        await server.SendAsync("POST", "/api/v1/namespaces", """{"metadata":{"name":"fast"}}""");
        using var response = await server.Client.GetAsync(Path("fast") + "?watch=true&timeoutSeconds=60", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var writing = CreateAsync("fast");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(180));
        for (var count = 0; count < Many; count++)
        {
            var line = await reader.ReadLineAsync(patience.Token);
            Assert.Equal("ADDED", JsonNode.Parse(line!)!["type"]!.GetValue<string>());
        }
        await writing;
    }

    [Fact]
    public async Task A_watch_ends_after_its_timeout_and_resumes_where_it_was()
    {
        await server.SendAsync("POST", "/api/v1/namespaces", """{"metadata":{"name":"resumed"}}""");
        var (_, list) = await server.SendAsync("GET", Path("resumed"));
        var version = list!["metadata"]!["resourceVersion"]!.GetValue<string>();
        await server.SendAsync("POST", Path("resumed"), """{"metadata":{"name":"later"}}""");
        var text = await server.Client.GetStringAsync($"{Path("resumed")}?watch=true&timeoutSeconds=1&resourceVersion={version}");
        var events = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("later", JsonNode.Parse(Assert.Single(events))!["object"]!["metadata"]!["name"]!.GetValue<string>());
    }

    async Task CreateAsync(string @namespace)
    {
        await server.SendAsync("POST", "/api/v1/namespaces", $$$"""{"metadata":{"name":"{{{@namespace}}}"}}""");
        await Parallel.ForAsync(0, Many, async (index, _) =>
            await server.SendAsync("POST", Path(@namespace), $$$"""{"metadata":{"name":"item-{{{index}}}"},"data":{"a":"{{{index}}}"}}"""));
    }

    static string Path(string @namespace) => $"/api/v1/namespaces/{@namespace}/configmaps";
}
