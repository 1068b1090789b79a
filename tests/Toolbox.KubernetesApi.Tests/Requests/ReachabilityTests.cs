using k8s.Models;
using Microsoft.Extensions.Time.Testing;

namespace Toolbox.KubernetesApi.Tests.Requests;

/// <summary>Servers that are away, silent or break off.</summary>
public sealed class ReachabilityTests
{
    [Fact]
    public async Task A_refused_connection_is_Unreachable()
    {
        Uri address;
        await using (var server = StubServer.Always(200, "{}")) address = server.Address;
        using var client = KubernetesApiClient.Connect(new ApiConnection(address));
        var answer = Assert.IsType<Answer<ServerVersion>.Unreachable>(await client.Version());
        Assert.Contains("refused", answer.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_silent_server_is_Unreachable_after_the_time_limit()
    {
        var time = new FakeTimeProvider();
        await using var server = StubServer.Start((_, stop) => new TaskCompletionSource().Task.WaitAsync(stop));
        using var client = KubernetesApiClient.Connect(server.Connection, new ClientOptions { Time = time });
        var asking = client.Get(ResourceTypes.ConfigMaps, "n", "one");
        await Eventually.Holds(() => !server.Requests.IsEmpty);
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(asking.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(new Answer<V1ConfigMap>.Unreachable("no answer within 10 s"), await asking);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_Unreachable()
    {
        await using var server = StubServer.Start(async (context, _) =>
        {
            context.Response.ContentLength64 = 100;
            await context.Response.OutputStream.WriteAsync("{\"metadata\":"u8.ToArray());
            context.Response.Abort();
        });
        using var client = KubernetesApiClient.Connect(server.Connection);
        Assert.IsType<Answer<V1ConfigMap>.Unreachable>(await client.Get(ResourceTypes.ConfigMaps, "n", "one"));
    }

    [Fact]
    public async Task Cancellation_by_the_caller_throws()
    {
        await using var server = StubServer.Start((_, stop) => new TaskCompletionSource().Task.WaitAsync(stop));
        using var client = KubernetesApiClient.Connect(server.Connection);
        using var cancellation = new CancellationTokenSource();
        var asking = client.Get(ResourceTypes.ConfigMaps, "n", "one", cancellation.Token);
        await Eventually.Holds(() => !server.Requests.IsEmpty);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task A_closed_client_is_Unreachable_and_does_not_throw()
    {
        await using var server = StubServer.Always(200, "{}");
        var client = KubernetesApiClient.Connect(server.Connection);
        client.Dispose();
        Assert.Equal(new Answer<ServerVersion>.Unreachable("the client is closed"), await client.Version());
    }
}
