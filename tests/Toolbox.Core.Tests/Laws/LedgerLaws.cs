using CsCheck;
using LanguageExt;
using Toolbox.Core.RestorePoints;
using Toolbox.Core.Tests.Fixtures;

namespace Toolbox.Core.Tests.Laws;

/// <summary>Laws of a job's list of restore points.</summary>
public class LedgerLaws
{
    static readonly Gen<RestorePoint> Points = Gen.Select(Gen.Int[0, 20], Gen.Enum<RestorePointOrigin>(), Gen.Int[0, 30], Gen.Int[1, 3]).Select(
        (path, origin, age, job) => new RestorePoint($"s3://points/{path}", origin, Moment.Now - TimeSpan.FromSeconds(age), $"job-{job}"));

    static readonly Gen<RestorePoint[]> Histories = Points.Array[0, 30];

    [Fact]
    public void The_newest_comes_first() => Histories.Sample(history =>
    {
        var ledger = Add(history);
        return ledger.Zip(ledger.Skip(1)).ForAll(pair => pair.Item1.Time >= pair.Item2.Time);
    });

    [Fact]
    public void It_is_bounded_and_names_no_path_twice() => Histories.Sample(history =>
    {
        var ledger = Add(history);
        return ledger.Count <= RestorePointLedger.Limit && ledger.Map(point => point.Path).Distinct().Count == ledger.Count;
    });

    // Flink subsumes older checkpoints: an entry of one would lead to nothing.
    [Fact]
    public void It_names_one_checkpoint_of_a_job_at_most() => Histories.Sample(history =>
        Add(history).Filter(RestorePointLedger.IsCheckpoint).GroupBy(point => point.JobId).All(group => group.Count() == 1));

    [Fact]
    public void What_is_added_last_is_first_among_equally_old_ones()
    {
        var savepoint = new RestorePoint("s3://points/savepoint", RestorePointOrigin.Upgrade, Moment.Now, "job-1");
        var checkpoint = savepoint with { Path = "s3://points/checkpoint", Origin = RestorePointOrigin.RetainedCheckpoint };
        Assert.Equal(savepoint, RestorePointLedger.Newest(Add([checkpoint, savepoint])));
    }

    [Theory]
    [InlineData("s3://bucket/savepoint-1", true)]
    [InlineData("hdfs:///savepoint-1", true)]
    [InlineData("file:///mnt/flink/savepoint-1", true)]
    [InlineData("file:/mnt/flink", true)]
    [InlineData("/mnt/flink/savepoint-1", true)]
    [InlineData("file:///mnt/flinker/savepoint-1", false)]
    [InlineData("file:///tmp/savepoint-1", false)]
    [InlineData("<checkpoint-not-externally-addressable>", false)]
    [InlineData("", false)]
    public void A_local_path_is_durable_only_below_a_volume(string path, bool durable) =>
        Assert.Equal(durable, RestorePointLedger.IsDurable(path, LanguageExt.Prelude.Seq1("/mnt/flink/")));

    static Seq<RestorePoint> Add(IEnumerable<RestorePoint> history) =>
        history.Aggregate(LanguageExt.Seq<RestorePoint>.Empty, RestorePointLedger.Add);
}
