using Toolbox.Core.RestorePoints;

namespace Toolbox.Core.Tests.Laws;

public sealed class CheckpointPathTests
{
    [Theory]
    [InlineData("s3://bucket/0f00/chk-7", "s3://bucket/0f00/chk-8")]
    [InlineData("file:/mnt/flink/0f00/chk-99", "file:/mnt/flink/0f00/chk-100")]
    [InlineData("s3://chk-1/chk-2", "s3://chk-1/chk-3")]
    public void The_checkpoint_that_came_next_has_the_next_number(string path, string next) => Assert.Equal(next, CheckpointPath.Next(path).IfNone(""));

    [Theory]
    [InlineData("")]
    [InlineData("s3://bucket/savepoint-1234-56")]
    [InlineData("s3://bucket/chk-")]
    [InlineData("s3://bucket/chk-7/")]
    [InlineData("s3://bucket/chk-7a")]
    [InlineData("s3://bucket/chk--7")]
    [InlineData("s3://bucket/chk-+7")]
    [InlineData("s3://bucket/chk-9223372036854775807")]
    [InlineData("s3://bucket/chk-99999999999999999999")]
    [InlineData("s3://bucket/my-chk-7")]
    public void What_is_no_numbered_checkpoint_has_no_next_one(string path) => Assert.True(CheckpointPath.Next(path).IsNone);

    [Theory]
    [InlineData("s3://b/j/chk-7", "s3://b/j/chk-7", 0)]
    [InlineData("s3://b/j/chk-7", "s3://b/j/chk-27", 20)]
    [InlineData("", "", 0)]
    public void Later_checkpoints_of_the_same_job_are_led_to_within_reach(string from, string to, long distance)
    {
        Assert.Equal(distance, CheckpointPath.Distance(from, to).IfNone(-1));
        Assert.True(CheckpointPath.Leads(from, to));
    }

    [Theory]
    [InlineData("s3://b/j/chk-7", "s3://b/j/chk-28")]
    [InlineData("s3://b/j/chk-7", "s3://b/j/chk-6")]
    [InlineData("s3://b/j/chk-7", "s3://b/other/chk-8")]
    [InlineData("s3://b/j/chk-7", "s3://b/j/savepoint-8")]
    [InlineData("s3://b/j/chk-7", "")]
    [InlineData("", "s3://b/j/chk-1")]
    public void Nothing_else_is_led_to(string from, string to) => Assert.False(CheckpointPath.Leads(from, to));
}
