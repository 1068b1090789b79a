using System.Net;
using System.Net.Sockets;
using System.Text;
using Toolbox.Api.Monitoring;

namespace Toolbox.Api.Tests.Monitoring;

/// <summary>What probes and Prometheus ask, and clients that are many, slow or greedy.</summary>
public sealed class MonitoringServerTests
{
    bool _isReady = true;

    [Theory]
    [InlineData("/livez", 200, "ok")]
    [InlineData("/readyz", 200, "ok")]
    [InlineData("/version", 200, "flink-operator")]
    [InlineData("/metrics", 200, "a_metric 1")]
    [InlineData("/elsewhere", 404, "not found")]
    public async Task Each_path_has_its_answer(string path, int code, string word)
    {
        await using var server = await Start();
        using var http = new HttpClient { BaseAddress = server.Url };
        using var response = await http.GetAsync(path);
        Assert.Equal(code, (int)response.StatusCode);
        Assert.Contains(word, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_is_not_ready_lives_and_says_why()
    {
        _isReady = false;
        await using var server = await Start();
        using var http = new HttpClient { BaseAddress = server.Url };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/livez")).StatusCode);
        using var ready = await http.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("caches", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_requests_at_a_time_are_all_answered()
    {
        await using var server = await Start();
        using var http = new HttpClient { BaseAddress = server.Url };
        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => http.GetAsync("/metrics")));
        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.OK, reply.StatusCode));
    }

    [Fact]
    public async Task Clients_that_never_finish_their_headers_are_given_up_and_hinder_nobody()
    {
        await using var server = await Start(options => options with { HeadersTimeout = TimeSpan.FromSeconds(1) });
        using var http = new HttpClient { BaseAddress = server.Url };
        var slow = new List<TcpClient>();
        try
        {
            for (var count = 0; count < 50; count++) slow.Add(await Open(server, "GET /livez HTTP/1.1\r\nHost: x\r\nX-"));
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/livez")).StatusCode);
            foreach (var client in slow) Assert.DoesNotContain("200 OK", await ReadToEnd(client), StringComparison.Ordinal);
        }
        finally
        {
            slow.ForEach(client => client.Dispose());
        }
    }

    [Theory]
    [InlineData("a long line", 431)]
    [InlineData("a long address", 414)]
    [InlineData("no HTTP", 400)]
    public async Task What_is_too_much_is_refused_at_once(string what, int code)
    {
        await using var server = await Start();
        var request = what switch
        {
            "a long line" => $"GET /livez HTTP/1.1\r\nHost: x\r\nX: {new string('x', 20_000)}\r\n\r\n",
            "a long address" => $"GET /{new string('x', 20_000)} HTTP/1.1\r\nHost: x\r\n\r\n",
            _ => "\0\0\0\0\r\n\r\n",
        };
        using var client = await Open(server, request);
        Assert.StartsWith($"HTTP/1.1 {code} ", await ReadToEnd(client), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.1.2.3:8080", 200)]
    [InlineData("[::1]:8080", 200)]
    [InlineData("localhost:8080", 200)]
    [InlineData("flink-operator.flink.svc", 200)]
    [InlineData("flink.example", 200)]
    [InlineData("attacker.example", 421)]
    public async Task Names_of_the_public_DNS_are_refused_unless_they_are_allowed(string host, int code)
    {
        await using var server = await Start(options => options with { Address = IPAddress.Any, AllowedHosts = ["flink.example"] });
        using var client = await Open(server, $"GET /metrics HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        var answer = await ReadToEnd(client);
        Assert.StartsWith($"HTTP/1.1 {code} ", answer, StringComparison.Ordinal);
        Assert.Equal(code == 421, answer.Contains("--allowed-hosts", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("127.0.0.1", 421)]
    [InlineData("0.0.0.0", 200)]
    public async Task Without_names_that_are_allowed_only_a_server_on_loopback_looks_at_them(string address, int code)
    {
        await using var server = await Start(options => options with { Address = IPAddress.Parse(address) });
        using var client = await Open(server, "GET /livez HTTP/1.1\r\nHost: flink.example\r\nConnection: close\r\n\r\n");
        Assert.StartsWith($"HTTP/1.1 {code} ", await ReadToEnd(client), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 1000000000", "")]
    [InlineData("Transfer-Encoding: chunked", "10000\r\n")]
    public async Task A_body_that_nobody_asked_for_is_neither_waited_for_nor_read(string header, string start)
    {
        await using var server = await Start();
        using var client = await Open(server, $"GET /metrics HTTP/1.1\r\nHost: x\r\n{header}\r\n\r\n{start}");
        // The answer comes first: nothing of the body has to be there. It is read before more is sent, since a connection that is reset forgets it.
        Assert.StartsWith("HTTP/1.1 200 OK", await ReadToEnd(client, until: "a_metric 1"), StringComparison.Ordinal);
        Assert.InRange(await Push(client), 0, 32 * 1024 * 1024);
        using var http = new HttpClient { BaseAddress = server.Url };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/livez")).StatusCode);
    }

    [Fact]
    public async Task A_port_that_is_in_use_is_named()
    {
        await using var server = await Start();
        var error = await Assert.ThrowsAsync<IOException>(() => Start(options => options with { Port = server.Url.Port }));
        Assert.Contains($"{server.Url.Port}", error.Message, StringComparison.Ordinal);
    }

    Task<MonitoringServer> Start(Func<MonitoringOptions, MonitoringOptions>? change = null)
    {
        var options = new MonitoringOptions("flink-operator", "test", IPAddress.Loopback, 0, () => _isReady,
            (stream, cancellation) => stream.WriteAsync("a_metric 1\n"u8.ToArray(), cancellation).AsTask());
        return MonitoringServer.StartAsync(change is null ? options : change(options), CancellationToken.None);
    }

    static async Task<TcpClient> Open(MonitoringServer server, string text)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Url.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        return client;
    }

    /// <summary>Sends chunks of 64 KiB until the server hangs up; how much went away, up to 256 MiB.</summary>
    static async Task<long> Push(TcpClient client)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var chunk = Encoding.ASCII.GetBytes(new string('x', 0x10000) + "\r\n10000\r\n");
        long sent = 0;
        try
        {
            for (; sent < 256 * 1024 * 1024; sent += chunk.Length) await client.GetStream().WriteAsync(chunk, limit.Token);
        }
        catch (IOException)
        {
            // This is how it ends.
        }
        return sent;
    }

    // A server that gives a client up may reset the connection.
    static async Task<string> ReadToEnd(TcpClient client, string? until = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while ((until is null || !text.ToString().Contains(until, StringComparison.Ordinal)) && await client.GetStream().ReadAsync(buffer, limit.Token) is > 0 and var count)
                text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
        catch (IOException)
        {
            // What came before counts.
        }
        return text.ToString();
    }
}
