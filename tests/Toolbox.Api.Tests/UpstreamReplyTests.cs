using Toolbox.Api.Rest.Replies;
using Toolbox.Flink;
using Toolbox.KubernetesApi;

namespace Toolbox.Api.Tests;

/// <summary>Every answer of the API server and of Flink has its code.</summary>
public sealed class UpstreamReplyTests
{
    public static TheoryData<Answer<string>, int> ApiServer => new()
    {
        { new Answer<string>.NotFound("x"), 404 },
        { new Answer<string>.AlreadyExists("x"), 409 },
        { new Answer<string>.Conflict("x"), 409 },
        { new Answer<string>.Gone("x"), 409 },
        { new Answer<string>.Invalid("x", []), 400 },
        { new Answer<string>.Forbidden("x"), 502 },
        { new Answer<string>.Throttled(TimeSpan.FromSeconds(1)), 503 },
        { new Answer<string>.Unreachable("x"), 502 },
        { new Answer<string>.Rejected(400, "x"), 400 },
        { new Answer<string>.Rejected(413, "x"), 413 },
        { new Answer<string>.Rejected(500, "x"), 502 },
    };

    public static TheoryData<FlinkAnswer<string>, int> Flink => new()
    {
        { new FlinkAnswer<string>.NotFound("x"), 404 },
        { new FlinkAnswer<string>.Refused(400, new FlinkError(FlinkErrorKind.Other, "x", null)), 502 },
        { new FlinkAnswer<string>.Unreachable("GET jobs/1/metrics?get=a%2Cb: no answer within 10 s."), 502 },
    };

    [Theory, MemberData(nameof(ApiServer))]
    public void Answers_of_the_API_server(Answer<string> answer, int code) => Is(code, UpstreamReplies.From(answer, "Cluster"));

    [Theory, MemberData(nameof(Flink))]
    public void Answers_of_Flink(FlinkAnswer<string> answer, int code)
    {
        var reply = UpstreamReplies.From(answer, "Job", text => text);
        Is(code, reply);
        Assert.DoesNotContain("?get", Assert.IsType<Reply.Refused>(reply).Message, StringComparison.Ordinal);
    }

    static void Is(int code, Reply reply) => Assert.Equal(code, StatusCode.Of(Assert.IsType<Reply.Refused>(reply).Refusal));
}
