namespace Toolbox.Flink.Tests;

public sealed class FlinkVersionTests
{
    [Theory]
    [InlineData("1.9.3", false, null, false)]
    [InlineData("1.14.6", false, null, false)]
    [InlineData("1.15.0", true, "restoreMode", false)]
    [InlineData("1.19.1", true, "restoreMode", true)]
    [InlineData("1.20.5", true, "claimMode", true)]
    [InlineData("2.4-SNAPSHOT", true, "claimMode", true)]
    [InlineData("v1.18-scala_2.12", true, "restoreMode", true)]
    public void A_version_says_what_it_can(string text, bool clientTriggerId, string? claimModeField, bool rescaleInPlace)
    {
        var version = FlinkVersion.TryParse(text)!;
        Assert.Equal((clientTriggerId, claimModeField, rescaleInPlace), (version.ClientTriggerId, version.ClaimModeField, version.RescaleInPlace));
        Assert.True(version is { StopWithSavepoint: true, ProgramArgumentsList: true });
    }

    [Fact]
    public void Before_1_9_a_job_cannot_be_stopped_with_a_savepoint() => Assert.False(FlinkVersion.TryParse("1.8.3")!.StopWithSavepoint);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("2")]
    [InlineData("x.1")]
    public void Other_texts_are_no_version(string? text) => Assert.Null(FlinkVersion.TryParse(text));
}
