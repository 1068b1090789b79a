using System.Net.Sockets;
using System.Text;
using Toolbox.Api.Tests.World;

namespace Toolbox.Api.Tests;

/// <summary>Many clients, slow clients and greedy clients.</summary>
[Collection(nameof(ApiCollection))]
public sealed class LoadTests(ApiFixture api)
{
    [Fact]
    public async Task Two_hundred_requests_at_a_time_are_all_answered()
    {
        await using var stand = await RestStand.Start(api);
        (await stand.Post("/clusters/cluster-1", Specs.Cluster)).IsOk();
        (await stand.Post("/clusters/cluster-1/jobs/job-1", Specs.Job)).IsOk();
        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => (number % 5) switch
        {
            0 => stand.Get("/clusters"),
            1 => stand.Get("/clusters/cluster-1/jobs"),
            2 => stand.Get("/clusters/cluster-1/jobs/job-1/status"),
            3 => stand.Put("/clusters/cluster-1/jobs/job-1/savepoint"),
            _ => stand.Put("/clusters/cluster-1/scale", """{"taskManagers":3}"""),
        }));
        Assert.All(replies, reply => reply.IsOk());
    }

    [Fact]
    public async Task Clients_that_never_finish_their_headers_are_given_up_and_hinder_nobody()
    {
        await using var stand = await RestStand.Start(api, options => options with { HeadersTimeout = TimeSpan.FromSeconds(1) });
        var slow = new List<TcpClient>();
        try
        {
            for (var count = 0; count < 50; count++) slow.Add(await Open(stand, "GET /api/v1/clusters HTTP/1.1\r\nHost: x\r\nX-"));
            (await stand.Get("/clusters")).IsOk();
            foreach (var client in slow) Assert.DoesNotContain("200 OK", await ReadToEnd(client), StringComparison.Ordinal);
        }
        finally
        {
            slow.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task Clients_that_never_finish_their_body_are_given_up()
    {
        await using var stand = await RestStand.Start(api, options => options with { BodyTimeout = TimeSpan.FromSeconds(1) });
        using var slow = await Open(stand, "PUT /api/v1/clusters/a/stop HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
        Assert.Contains("did not come within 1 s", await ReadToEnd(slow), StringComparison.Ordinal);
        (await stand.Get("/clusters")).IsOk();
    }

    [Theory]
    [InlineData("a long line", 431)]
    [InlineData("a long address", 414)]
    [InlineData("many headers", 431)]
    [InlineData("a huge body", 413)]
    [InlineData("no HTTP", 400)]
    public async Task What_is_too_much_is_refused_at_once(string what, int code)
    {
        await using var stand = await RestStand.Start(api);
        var request = what switch
        {
            "a long line" => $"GET /api/v1/clusters HTTP/1.1\r\nHost: x\r\nX: {new string('x', 20_000)}\r\n\r\n",
            "a long address" => $"GET /api/v1/clusters/{new string('x', 20_000)} HTTP/1.1\r\nHost: x\r\n\r\n",
            "many headers" => $"GET /api/v1/clusters HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Range(0, 100).Select(number => $"X{number}: 1\r\n"))}\r\n",
            "a huge body" => "POST /api/v1/clusters/a HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n{",
            _ => "\0\0\0\0\r\n\r\n",
        };
        using var client = await Open(stand, request);
        Assert.StartsWith($"HTTP/1.1 {code} ", await ReadToEnd(client), StringComparison.Ordinal);
        (await stand.Get("/clusters")).IsOk();
    }

    static async Task<TcpClient> Open(RestStand stand, string text)
    {
        var client = new TcpClient();
        await client.ConnectAsync(stand.Server.Url.Host, stand.Server.Url.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        return client;
    }

    static async Task<string> ReadToEnd(TcpClient client)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var text = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(text, limit.Token);
        }
        catch (IOException)
        {
            // A reset is an end, too.
        }
        return Encoding.ASCII.GetString(text.ToArray());
    }
}
