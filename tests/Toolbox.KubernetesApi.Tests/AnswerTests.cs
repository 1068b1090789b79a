using k8s.Models;

namespace Toolbox.KubernetesApi.Tests;

public sealed class AnswerTests
{
    static string Status(int code, string reason, string message, string details = "{}") =>
        $$"""{"kind":"Status","apiVersion":"v1","status":"Failure","message":"{{message}}","reason":"{{reason}}","details":{{details}},"code":{{code}}}""";

    static async Task<Answer<V1ConfigMap>> Get(int status, string body, params (string, string)[] headers)
    {
        await using var server = StubServer.Always(status, body, headers);
        using var client = KubernetesApiClient.Connect(server.Connection, new ClientOptions { LongestAnswer = 5000 });
        return await client.Get(ResourceTypes.ConfigMaps, "default", "one");
    }

    [Fact]
    public async Task An_object_is_Ok_and_knows_its_kind()
    {
        var answer = await Get(200, """{"metadata":{"name":"one","namespace":"default","resourceVersion":"7"},"data":{"a":"b"}}""");
        Assert.True(answer.IsOk(out var map));
        Assert.Equal(("one", "b", "ConfigMap", "v1"), (map.Metadata.Name, map.Data["a"], map.Kind, map.ApiVersion));
    }

    [Fact]
    public async Task A_missing_object_is_NotFound() =>
        Assert.Equal(new Answer<V1ConfigMap>.NotFound("it is gone"), await Get(404, Status(404, "NotFound", "it is gone")));

    [Fact]
    public async Task A_plain_text_404_is_NotFound() =>
        Assert.Equal(new Answer<V1ConfigMap>.NotFound("404 page not found"), await Get(404, "404 page not found\n"));

    [Fact]
    public async Task A_taken_name_is_AlreadyExists() =>
        Assert.Equal(new Answer<V1ConfigMap>.AlreadyExists("taken"), await Get(409, Status(409, "AlreadyExists", "taken")));

    [Fact]
    public async Task A_wrong_version_is_Conflict() =>
        Assert.Equal(new Answer<V1ConfigMap>.Conflict("changed"), await Get(409, Status(409, "Conflict", "changed")));

    [Fact]
    public async Task An_old_version_is_Gone() =>
        Assert.Equal(new Answer<V1ConfigMap>.Gone("too old"), await Get(410, Status(410, "Expired", "too old")));

    [Fact]
    public async Task Missing_rights_are_Forbidden() =>
        Assert.Equal(new Answer<V1ConfigMap>.Forbidden("no"), await Get(403, Status(403, "Forbidden", "no")));

    [Fact]
    public async Task Broken_rules_are_Invalid_with_their_fields()
    {
        var details = """{"causes":[{"reason":"FieldValueInvalid","message":"must be positive","field":"spec.size"},{"message":"odd"}]}""";
        var invalid = Assert.IsType<Answer<V1ConfigMap>.Invalid>(await Get(422, Status(422, "Invalid", "bad", details)));
        Assert.Equal("bad", invalid.Message);
        Assert.Equal([new FieldCause("spec.size", "FieldValueInvalid", "must be positive"), new FieldCause("", "", "odd")], invalid.Causes);
    }

    [Theory]
    [InlineData(429, "", 3.0, "3")]
    [InlineData(429, "", 1.0, null)]
    [InlineData(503, "", 7.0, "7")]
    [InlineData(504, """{"retryAfterSeconds":2}""", 2.0, null)]
    [InlineData(500, """{"retryAfterSeconds":4}""", 4.0, null)]
    public async Task A_busy_server_is_Throttled(int code, string details, double seconds, string? header)
    {
        var body = Status(code, "TooManyRequests", "later", details.Length == 0 ? "{}" : details);
        var answer = header is null ? await Get(code, body) : await Get(code, body, ("Retry-After", header));
        Assert.Equal(new Answer<V1ConfigMap>.Throttled(TimeSpan.FromSeconds(seconds)), answer);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_gateway_without_a_server_is_Unreachable(int code) =>
        Assert.Equal(new Answer<V1ConfigMap>.Unreachable("bad gateway"), await Get(code, "bad gateway"));

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(405)]
    [InlineData(500)]
    public async Task Any_other_refusal_is_Rejected(int code) =>
        Assert.Equal(new Answer<V1ConfigMap>.Rejected(code, "because"), await Get(code, Status(code, "BadRequest", "because")));

    [Fact]
    public async Task A_refusal_without_a_body_names_its_code() =>
        Assert.Equal(new Answer<V1ConfigMap>.Rejected(500, "HTTP 500 without a message"), await Get(500, ""));

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{"metadata":{"creationTimestamp":"yesterday"}}""")]
    public async Task An_answer_that_is_no_such_object_is_Rejected(string body)
    {
        var rejected = Assert.IsType<Answer<V1ConfigMap>.Rejected>(await Get(200, body));
        Assert.Equal(200, rejected.Code);
        Assert.StartsWith("the answer cannot be read", rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_longer_than_allowed_is_Rejected() =>
        Assert.Equal(
            new Answer<V1ConfigMap>.Rejected(200, "the answer is longer than 5000 bytes"), await Get(200, new string(' ', 6000) + "{}"));

    [Fact]
    public void Every_case_describes_itself_and_carries_over()
    {
        Answer<int>[] answers =
        [
            new Answer<int>.Ok(1), new Answer<int>.NotFound("m"), new Answer<int>.AlreadyExists("m"), new Answer<int>.Conflict("m"),
            new Answer<int>.Gone("m"), new Answer<int>.Invalid("m", []), new Answer<int>.Forbidden("m"),
            new Answer<int>.Throttled(TimeSpan.FromSeconds(1.5)), new Answer<int>.Unreachable("m"), new Answer<int>.Rejected(418, "m"),
        ];
        Assert.Equal(
            [
                "ok", "not found: m", "already exists: m", "conflict: m", "gone: m", "invalid: m", "forbidden: m",
                "throttled for 1.5 s", "unreachable: m", "rejected with 418: m",
            ],
            answers.Select(answer => answer.Describe()));
        Assert.Equal(answers.Select(answer => answer.Describe()), answers.Select(answer => answer.Select(value => $"{value}").Describe()));
        Assert.Equal(new Answer<string>.Ok("1"), answers[0].Select(value => $"{value}"));
    }
}
