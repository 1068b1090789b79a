using Toolbox.Sandbox.Node;
using Toolbox.Sandbox.Node.Addresses;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class NodeStartTests : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("node-start-").FullName;
    SandboxWorld world = null!;

    public async Task InitializeAsync() => world = await SandboxWorld.StartAsync(new SandboxOptions { NoNode = true }, CancellationToken.None);

    public async Task DisposeAsync()
    {
        await world.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    async Task<string> Problem(NodeOptions options) =>
        (await Assert.ThrowsAsync<SandboxException>(() => SandboxNode.StartAsync(world.Client, options, CancellationToken.None))).Message;

    [Fact]
    public async Task A_range_of_addresses_that_is_not_of_this_machine_is_refused_with_what_helps() =>
        Assert.Contains("ip route add local 203.0.113.0/24 dev lo", await Problem(new NodeOptions(folder) { Addresses = AddressRange.Parse("203.0.113.0/24") }));

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        await using var first = await SandboxNode.StartAsync(world.Client, new NodeOptions(Path.Combine(folder, "a")), CancellationToken.None);
        Assert.Contains($"{first.Address.Port}", await Problem(new NodeOptions(Path.Combine(folder, "b")) { Port = first.Address.Port }));
    }

    [Fact]
    public async Task An_API_server_that_does_not_answer_is_named()
    {
        var server = world.Client.Server;
        await world.Api.DisposeAsync();
        Assert.Contains($"{server}", await Problem(new NodeOptions(folder)));
    }

    [Fact]
    public async Task The_endpoint_answers_with_TLS_where_a_real_API_server_expects_it()
    {
        await using var node = await SandboxNode.StartAsync(world.Client, new NodeOptions(folder) { ServeTls = true }, CancellationToken.None);
        using var client = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true });
        Assert.Equal("https", node.Address.Scheme);
        Assert.Equal("ok", await client.GetStringAsync(new Uri(node.Address, "/healthz")));
    }

    [Theory]
    [InlineData("?tailLines=many", 400)]
    [InlineData("?sinceTime=yesterday", 400)]
    [InlineData("", 400)]
    public async Task A_question_for_a_log_that_cannot_be_answered_is_refused(string query, int code)
    {
        await using var node = await SandboxNode.StartAsync(world.Client, new NodeOptions(folder), CancellationToken.None);
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(node.Address, "/containerLogs/flink/nobody/main" + query));
        Assert.Equal(code, (int)response.StatusCode);
    }
}
