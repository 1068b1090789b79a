using System.Text.Json;
using Toolbox.Core.Job;
using static Toolbox.Core.Tests.Specs.SpecJson;

namespace Toolbox.Core.Tests.Specs;

public sealed class JobSpecReadingTests
{
    [Theory]
    [InlineData(SmallestJob)]
    [InlineData("""{"bootstrap":{"image":"jobs","className":"Job","jarPath":"/flink-jobs.jar"}}""")]
    public void Missing_fields_have_the_documented_defaults(string json)
    {
        var spec = Right(JobSpecReading.Read(Parse(json)));
        Assert.Equal((0, 0, 32), (spec.Parallelism, spec.MinParallelism, spec.MaxParallelism));
        Assert.Equal((SavepointMode.Automatic, RestartPolicy.Never), (spec.SavepointMode, spec.RestartPolicy));
        Assert.Equal((3600, 60, 180), (spec.SavepointInterval.TotalSeconds, spec.RestartDelay.TotalSeconds, spec.RestartTimeout.TotalSeconds));
        Assert.Equal(("", "", false), (spec.SavepointPath, spec.SavepointTargetPath, spec.SavepointOnDeletion));
    }

    [Fact]
    public void Declared_fields_are_read()
    {
        var spec = Right(JobSpecReading.Read(Parse("""
            {"jobParallelism":4,"minJobParallelism":1,"maxJobParallelism":8,"bootstrap":{"image":"jobs","className":"Job","jarPath":"/j.jar"},
             "savepoint":{"savepointMode":"Manual","savepointPath":"file:/s","savepointInterval":-1,"savepointTargetPath":" file:/t ","savepointOnDeletion":true},
             "restart":{"restartPolicy":"OnlyIfFailed","restartDelay":0,"restartTimeout":30}}
            """)));
        Assert.Equal((4, 1, 8), (spec.Parallelism, spec.MinParallelism, spec.MaxParallelism));
        Assert.Equal((SavepointMode.Manual, RestartPolicy.OnlyIfFailed), (spec.SavepointMode, spec.RestartPolicy));
        Assert.Equal((-1, 0, 30), (spec.SavepointInterval.TotalSeconds, spec.RestartDelay.TotalSeconds, spec.RestartTimeout.TotalSeconds));
        Assert.Equal(("file:/s", "file:/t", true), (spec.SavepointPath, spec.SavepointTargetPath, spec.SavepointOnDeletion));
    }

    [Fact]
    public void All_errors_are_found_at_once() =>
        Assert.Equal(
            [
                "spec.bootstrap.image: nothing is not allowed, the image with the JAR is required",
                "spec.bootstrap.className: 5 is not allowed, a text is expected",
                "spec.bootstrap.jarPath: \"\" is not allowed, the JAR's path in the image is required",
                "spec.minJobParallelism: 9 is not allowed, at most maxJobParallelism (8) is expected",
                "spec.jobParallelism: -2 is not allowed, at least 0 is expected",
                "spec.savepoint.savepointMode: \"automatic\" is not allowed, one of Manual, Automatic is expected",
                "spec.savepoint.savepointOnDeletion: \"yes\" is not allowed, true or false is expected",
                "spec.restart.restartPolicy: \"\" is not allowed, one of Never, Always, OnlyIfFailed is expected",
                "spec.restart.restartDelay: -1 is not allowed, at least 0 is expected",
            ],
            Errors(JobSpecReading.Read(Parse("""
                {"jobParallelism":-2,"minJobParallelism":9,"maxJobParallelism":8,"bootstrap":{"className":5,"jarPath":""},
                 "savepoint":{"savepointMode":"automatic","savepointOnDeletion":"yes"},"restart":{"restartPolicy":"","restartDelay":-1}}
                """))));

    [Fact]
    public void Absent_spec_is_an_error_and_never_an_exception() => Assert.Equal(3, Errors(JobSpecReading.Read(default(JsonElement))).Count);
}
