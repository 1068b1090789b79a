using Microsoft.Extensions.Time.Testing;

namespace Toolbox.KubernetesApi.Tests.Connections;

public sealed class TokenFileTests : IDisposable
{
    readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_replaced_token_is_used_after_a_while_and_at_once_after_a_refusal()
    {
        var time = new FakeTimeProvider();
        var status = 200;
        await using var server = StubServer.Start((context, _) => StubServer.Respond(context, Volatile.Read(ref status), "{}"));
        using var client = KubernetesApiClient.Connect(server.Connection with { Token = null, TokenFile = _file }, new ClientOptions { Time = time });
        async Task<string> Ask()
        {
            await client.Version();
            return server.Requests.Last().Authorization;
        }

        await File.WriteAllTextAsync(_file, "one\n");
        Assert.Equal("Bearer one", await Ask());
        await File.WriteAllTextAsync(_file, "two\n");
        Assert.Equal("Bearer one", await Ask());
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("Bearer two", await Ask());
        await File.WriteAllTextAsync(_file, "three\n");
        Volatile.Write(ref status, 401);
        Assert.Equal("Bearer two", await Ask());
        Assert.Equal("Bearer three", await Ask());
    }

    [Fact]
    public async Task While_the_file_is_away_the_old_token_serves()
    {
        var time = new FakeTimeProvider();
        await using var server = StubServer.Always(200, "{}");
        using var client = KubernetesApiClient.Connect(server.Connection with { Token = null, TokenFile = _file }, new ClientOptions { Time = time });
        await File.WriteAllTextAsync(_file, "one");
        await client.Version();
        File.Delete(_file);
        time.Advance(TimeSpan.FromSeconds(11));
        await client.Version();
        Assert.Equal(["Bearer one", "Bearer one"], server.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task A_file_that_never_was_there_makes_the_server_unreachable()
    {
        await using var server = StubServer.Always(200, "{}");
        using var client = KubernetesApiClient.Connect(server.Connection with { Token = null, TokenFile = _file + ".missing" });
        var answer = Assert.IsType<Answer<ServerVersion>.Unreachable>(await client.Version());
        Assert.Contains($"{_file}.missing", answer.Reason, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }
}
