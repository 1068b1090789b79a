using CsCheck;

namespace Toolbox.Core.Tests.Laws;

public class IdentifierLaws
{
    static readonly Gen<string> JobId = Gen.Int[0, 1000].Select(attempt => Identifiers.FlinkId("uid", "job", attempt));

    static readonly Gen<long> Moment = Gen.Long[0, 4_000_000_000_000];

    [Fact]
    public void A_trigger_id_has_the_form_that_Flink_asks_for() =>
        Gen.Select(JobId, Moment).Sample((job, moment) => Identifiers.TriggerId(job, moment) is { Length: 32 } id && id.All(char.IsAsciiHexDigitLower));

    // Flink would answer with the savepoint of another request.
    [Fact]
    public void Neighbouring_moments_and_other_jobs_have_other_trigger_ids() =>
        Gen.Select(JobId, JobId, Moment, Gen.Long[1, 100_000]).Sample((job, other, moment, later) =>
            Identifiers.TriggerId(job, moment) != Identifiers.TriggerId(job, moment + later)
            && (job == other || Identifiers.TriggerId(job, moment) != Identifiers.TriggerId(other, moment)));

    [Fact]
    public void An_id_in_another_form_has_trigger_ids_too() =>
        Assert.Matches("^[0-9a-f]{32}$", Identifiers.TriggerId("not an id of ours", 1));
}
