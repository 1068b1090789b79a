using Toolbox.Core;
using Toolbox.Kubernetes.Execution;
using Toolbox.KubernetesApi;

namespace Toolbox.Kubernetes.Tests.Execution;

public sealed class OutcomesTests
{
    public static TheoryData<Answer<string>, Outcome> Answers => new()
    {
        { new Answer<string>.Ok("value"), new Outcome.Done() },
        { new Answer<string>.NotFound("a"), new Outcome.NotFound("a") },
        { new Answer<string>.AlreadyExists("b"), new Outcome.Rejected("b") },
        { new Answer<string>.Conflict("c"), new Outcome.Conflict("c") },
        { new Answer<string>.Gone("d"), new Outcome.Conflict("d") },
        { new Answer<string>.Invalid("e", []), new Outcome.Rejected("e") },
        { new Answer<string>.Forbidden("f"), new Outcome.Rejected("f") },
        { new Answer<string>.Throttled(TimeSpan.FromSeconds(7)), new Outcome.Throttled(TimeSpan.FromSeconds(7)) },
        { new Answer<string>.Unreachable("g"), new Outcome.Unreachable("g") },
        { new Answer<string>.Rejected(500, "h"), new Outcome.Rejected("h (HTTP 500)") },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Every_answer_has_its_outcome(Answer<string> answer, Outcome outcome) => Assert.Equal(outcome, Outcomes.From(answer));

    [Theory]
    [MemberData(nameof(Answers))]
    public void What_shall_go_and_is_gone_is_done(Answer<string> answer, Outcome outcome) =>
        Assert.Equal(answer is Answer<string>.NotFound ? new Outcome.Done() : outcome, Outcomes.OfDeletion(answer));

    [Fact]
    public void Every_case_of_an_answer_is_in_the_table() =>
        Assert.Equal(
            typeof(Answer<string>).GetNestedTypes().Length,
            Answers.Select(row => row[0].GetType()).Distinct().Count());
}
