using Toolbox.Flink;
using Toolbox.Operator.FlinkAccess;

namespace Toolbox.Operator.Tests.FlinkAccess;

public sealed class CheckpointFreshnessTests
{
    static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;
    static readonly CheckpointConfiguration EachHalfMinute = CheckpointConfiguration.Disabled with { Enabled = true, Interval = TimeSpan.FromSeconds(30) };

    [Theory]
    [InlineData(0, 25, 29, true)]
    [InlineData(0, 25, 30, false)]
    [InlineData(0, 29, 30, true)]
    [InlineData(null, 0, 9, true)]
    [InlineData(null, 0, 10, false)]
    public void Statistics_hold_until_the_next_checkpoint_is_due(int? completed, int answered, int now, bool fresh) =>
        Assert.Equal(fresh, CheckpointFreshness.IsFresh(Time(completed), true, EachHalfMinute, Start.AddSeconds(answered), Start.AddSeconds(now)));

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void Statistics_of_a_long_interval_hold_for_a_minute(int now, bool fresh) => Assert.Equal(
        fresh, CheckpointFreshness.IsFresh(Start, true, EachHalfMinute with { Interval = TimeSpan.FromHours(1) }, Start, Start.AddSeconds(now)));

    [Fact]
    public void Job_that_takes_no_checkpoints_is_rarely_asked()
    {
        Assert.True(CheckpointFreshness.IsFresh(null, false, CheckpointConfiguration.Disabled, Start, Start.AddMinutes(9)));
        Assert.False(CheckpointFreshness.IsFresh(null, false, CheckpointConfiguration.Disabled, Start, Start.AddMinutes(10)));
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void Checkpoints_that_go_with_the_pods_are_rarely_asked_for(int minutes, bool fresh) =>
        Assert.Equal(fresh, CheckpointFreshness.IsFresh(Start, false, EachHalfMinute, Start, Start.AddMinutes(minutes)));

    [Fact]
    public void Unknown_configuration_is_no_reason_to_wait_long() =>
        Assert.False(CheckpointFreshness.IsFresh(Start, true, null, Start, Start.AddSeconds(10)));

    static DateTimeOffset? Time(int? seconds) => seconds is { } value ? Start.AddSeconds(value) : null;
}
