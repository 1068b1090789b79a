using Microsoft.Extensions.Time.Testing;
using Toolbox.Api.Security.Tokens;
using Toolbox.KubernetesApi;

namespace Toolbox.Api.Tests.Security;

/// <summary>Tokens are reviewed by the API server, and its answers kept for a short while.</summary>
public sealed class TokenAccessTests : IAsyncLifetime
{
    const string Token = "a-Token-of-somebody";

    static readonly AccessRequest Stop = new("patch", "flinkjobs", "", "flink", "c-j");

    readonly FakeTimeProvider _clock = new();
    ReviewServer _server = null!;
    KubernetesApiClient _client = null!;
    TokenAccess _access = null!;

    public async Task InitializeAsync()
    {
        _server = await ReviewServer.Start();
        _client = _server.Connect();
        _access = new TokenAccess(_client, _clock);
        _server.Users[Token] = "anna";
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(null, "a bearer token of Kubernetes is needed")]
    [InlineData("Basic YTpi", "a bearer token of Kubernetes is needed")]
    [InlineData("Bearer ", "the bearer token is empty or too long")]
    [InlineData("Bearer another", "the bearer token is not valid, or not any more")]
    public async Task Who_cannot_be_known_does_not_get_in(string? header, string reason) =>
        Assert.StartsWith(reason, Assert.IsType<AccessVerdict.Unauthenticated>(await Judge(header)).Reason);

    [Fact]
    public async Task A_token_that_is_too_long_is_not_even_sent()
    {
        Assert.IsType<AccessVerdict.Unauthenticated>(await Judge("Bearer " + new string('a', 10_000)));
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task The_roles_decide_and_the_refusal_says_what_is_missing()
    {
        var forbidden = Assert.IsType<AccessVerdict.Forbidden>(await Judge());
        Assert.Equal("anna may not patch flinkjobs c-j in namespace flink", forbidden.Reason);
        _server.Allowed["anna patch flinkjobs"] = true;
        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.IsType<AccessVerdict.Allowed>(await Judge());
        var spec = _server.Asked.Last()["spec"]!;
        Assert.Equal("""{"group":"nextbreakpoint.com","resource":"flinkjobs","verb":"patch","namespace":"flink","name":"c-j"}""", spec["resourceAttributes"]!.ToJsonString());
        Assert.Equal("""["people"]""", spec["groups"]!.ToJsonString());
    }

    [Fact]
    public async Task Answers_are_kept_for_ten_seconds_and_no_longer()
    {
        _server.Allowed["anna patch flinkjobs"] = true;
        for (var round = 0; round < 5; round++) Assert.IsType<AccessVerdict.Allowed>(await Judge());
        Assert.Equal(2, _server.Asked.Count);
        _server.Users.Clear();
        Assert.IsType<AccessVerdict.Allowed>(await Judge());
        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.IsType<AccessVerdict.Unauthenticated>(await Judge());
    }

    [Fact]
    public async Task All_rights_of_a_request_are_needed()
    {
        _server.Allowed["anna patch flinkjobs"] = true;
        Assert.IsType<AccessVerdict.Forbidden>(await _access.Judge($"Bearer {Token}", [Stop, Stop with { Resource = "flinkclusters" }], CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_gets_in_while_the_API_server_cannot_be_asked()
    {
        _server.IsBroken = true;
        Assert.StartsWith("the token could not be checked: ", Assert.IsType<AccessVerdict.Unavailable>(await Judge()).Reason);
        _server.IsBroken = false;
        _server.Allowed["anna patch flinkjobs"] = true;
        Assert.IsType<AccessVerdict.Allowed>(await Judge());
    }

    [Fact]
    public async Task No_answer_holds_the_token()
    {
        foreach (var verdict in new[] { await Judge(), await Judge("Bearer x" + Token) }) Assert.DoesNotContain(Token, verdict.ToString());
    }

    Task<AccessVerdict> Judge() => Judge($"Bearer {Token}");

    Task<AccessVerdict> Judge(string? header) => _access.Judge(header, [Stop], CancellationToken.None);
}
