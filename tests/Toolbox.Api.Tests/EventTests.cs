using Toolbox.Api.Rest.Events;
using Toolbox.Api.Tests.World;
using Toolbox.Kubernetes.Resources;

namespace Toolbox.Api.Tests;

/// <summary>The stream of changes: what comes, after which pause it goes on, and that nobody is waited for.</summary>
[Collection(nameof(ApiCollection))]
public sealed class EventTests(ApiFixture api)
{
    [Fact]
    public async Task A_client_hears_what_exists_and_then_every_change()
    {
        await using var stand = await RestStand.Start(api);
        (await stand.Post("/deployments/fleet", Specs.Deployment)).IsOk();
        using var client = await EventClient.Open(stand);
        await client.Begins("FlinkDeployment", "fleet");
        (await stand.Post("/clusters/cluster-1", Specs.Cluster)).IsOk();
        await client.Is("added", "FlinkCluster", "cluster-1");
        await stand.WriteStatus(FlinkResourceTypes.Clusters, "cluster-1", """{"supervisorStatus":"Started","taskManagers":2,"conditions":[{"type":"Ready","status":"True","reason":"Runs","message":"","lastTransitionTime":"2026-01-01T00:00:00Z"}]}""");
        var (change, data) = await client.Next();
        Assert.Equal(("changed", "Started", 2, "Ready"), (change, (string?)data["status"]!["supervisorStatus"], (int)data["status"]!["taskManagers"]!, (string?)data["status"]!["condition"]));
        (await stand.Delete("/clusters/cluster-1")).IsOk();
        await client.Is("deleted", "FlinkCluster", "cluster-1");
    }

    [Fact]
    public async Task A_change_that_clients_would_not_see_is_not_told()
    {
        await using var stand = await RestStand.Start(api);
        (await stand.Post("/clusters/cluster-1", Specs.Cluster)).IsOk();
        using var client = await EventClient.Open(stand);
        await client.Begins("FlinkCluster", "cluster-1");
        await stand.WriteStatus(FlinkResourceTypes.Clusters, "cluster-1", """{"timestamp":"2026-01-01T00:00:00Z"}""");
        (await stand.Post("/clusters/cluster-2", Specs.Cluster)).IsOk();
        await client.Is("added", "FlinkCluster", "cluster-2");
    }

    [Fact]
    public async Task A_client_goes_on_where_it_was()
    {
        await using var stand = await RestStand.Start(api);
        (await stand.Post("/clusters/cluster-1", Specs.Cluster)).IsOk();
        string last;
        using (var before = await EventClient.Open(stand))
        {
            await before.Begins("FlinkCluster", "cluster-1");
            last = before.LastId;
        }
        (await stand.Post("/clusters/cluster-2", Specs.Cluster)).IsOk();
        using var after = await EventClient.Open(stand, last);
        await after.Is("added", "FlinkCluster", "cluster-2");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("another-7")]
    [InlineData("nonsense")]
    [InlineData("none")]
    public async Task A_client_with_a_strange_id_begins_anew(string id)
    {
        await using var stand = await RestStand.Start(api);
        using var client = await EventClient.Open(stand, id);
        await client.IsReset();
    }

    [Fact]
    public async Task A_client_that_was_away_too_long_begins_anew()
    {
        await using var stand = await RestStand.Start(api, options => options with { RememberedEvents = 2 });
        (await stand.Post("/clusters/cluster-1", Specs.Cluster)).IsOk();
        string last;
        using (var before = await EventClient.Open(stand))
        {
            await before.Begins("FlinkCluster", "cluster-1");
            last = before.LastId;
        }
        using var witness = await EventClient.Open(stand, last);
        foreach (var number in Enumerable.Range(2, 3))
        {
            (await stand.Post($"/clusters/cluster-{number}", Specs.Cluster)).IsOk();
            await witness.Is("added", "FlinkCluster", $"cluster-{number}");
        }
        using var after = await EventClient.Open(stand, last);
        await after.IsReset();
    }

    [Fact]
    public async Task Silence_is_filled_with_comments()
    {
        await using var stand = await RestStand.Start(api, options => options with { Heartbeat = TimeSpan.FromMilliseconds(50) });
        using var client = await EventClient.Open(stand);
        await client.IsReset();
        await client.IsComplete();
        Assert.Equal("comment", (await client.Next(comments: true)).Event);
    }

    [Fact]
    public async Task There_is_a_limit_of_clients()
    {
        await using var stand = await RestStand.Start(api, options => options with { MostEventClients = 1 });
        using (var client = await EventClient.Open(stand))
        {
            await client.IsReset();
            (await stand.Get("/events")).Is(503, "at most 1 clients");
        }
        await Eventually.Holds(async () =>
        {
            using var response = await stand.Http.GetAsync("/api/v1/events", HttpCompletionOption.ResponseHeadersRead);
            return response.IsSuccessStatusCode;
        });
    }

    [Fact]
    public async Task A_client_that_does_not_keep_up_is_dropped_and_the_others_are_not()
    {
        await using var stand = await RestStand.Start(api);
        await using var hub = new EventHub(stand.Options with { EventQueue = 2 }, stand.World);
        using var slow = hub.Subscribe("")!;
        using var quick = hub.Subscribe("")!;
        foreach (var number in Enumerable.Range(1, 5))
        {
            (await stand.Post($"/clusters/cluster-{number}", Specs.Cluster)).IsOk();
            await quick.Changes.ReadAsync();
        }
        await Eventually.Holds(() => Task.FromResult(slow.Dropped.IsCancellationRequested));
        Assert.False(quick.Dropped.IsCancellationRequested);
    }

    [Fact]
    public async Task The_stream_ends_with_the_server()
    {
        var stand = await RestStand.Start(api);
        using var client = await EventClient.Open(stand);
        await client.IsReset();
        await stand.Server.DisposeAsync();
        await client.Ends();
        await stand.DisposeAsync();
    }
}
