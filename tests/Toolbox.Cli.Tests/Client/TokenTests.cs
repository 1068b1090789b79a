using Toolbox.Cli.Tests.Processes;

namespace Toolbox.Cli.Tests.Client;

/// <summary>A bearer token goes along when a file has one, and nothing is sent when the file is of no use.</summary>
public sealed class TokenTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Token_of_a_file_is_sent_without_the_line_end()
    {
        await using var server = await RecordingOperator.Start("""{"status":"OK"}""");
        var invocation = await server.Run("clusters", "list", "--token-file", _folder.Write("token", "a.b-c_d\n"));
        Assert.Equal((0, ""), (invocation.Code, invocation.Errors));
        Assert.Equal("Bearer a.b-c_d", Assert.Single(server.Requests).Authorization);
    }

    [Fact]
    public async Task Without_a_file_no_token_is_sent()
    {
        await using var server = await RecordingOperator.Start("""{"status":"OK"}""");
        await server.Run("clusters", "list");
        Assert.Null(Assert.Single(server.Requests).Authorization);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two tokens")]
    [InlineData("one\ntwo")]
    [InlineData("t\u00f6ken")]
    public async Task What_is_no_token_is_refused_without_being_shown(string text)
    {
        await using var server = await RecordingOperator.Start("{}");
        var file = _folder.Write("token", text);
        var invocation = await server.Run("clusters", "list", "--token-file", file);
        Assert.Equal((2, $"flinkctl: --token-file {file}: one token is needed, as `kubectl create token` gives it"), (invocation.Code, invocation.Line));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Missing_file_is_named()
    {
        var invocation = await Invocation.Run("clusters", "list", "--token-file", _folder.Sub("nothing"));
        Assert.Equal(2, invocation.Code);
        Assert.StartsWith($"flinkctl: --token-file {_folder.Sub("nothing")}: ", invocation.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_does_not_travel_in_the_open()
    {
        var file = _folder.Write("token", "a.b");
        var invocation = await Invocation.Run("clusters", "list", "--host", "192.0.2.1", "--token-file", file);
        Assert.Equal((2, $"flinkctl: --token-file {file}: a token is sent to 192.0.2.1 over HTTPS only; --truststore-path turns it on"), (invocation.Code, invocation.Line));
    }

    [Fact]
    public async Task Token_of_the_environment_is_sent_by_the_program()
    {
        await using var server = await RecordingOperator.Start("""{"status":"OK"}""");
        using var client = Flinkctl.Start(new Dictionary<string, string?> { ["FLINKCTL_TOKEN"] = "e.f" }, ["clusters", "list", .. server.Address]);
        Assert.Equal((0, ""), (await client.Exit(), client.Errors));
        Assert.Equal("Bearer e.f", Assert.Single(server.Requests).Authorization);
    }
}
