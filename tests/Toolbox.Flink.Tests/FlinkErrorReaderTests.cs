namespace Toolbox.Flink.Tests;

public sealed class FlinkErrorReaderTests
{
    [Theory]
    [InlineData("1.20.5", "duplicate", FlinkErrorKind.DuplicateJob, "Could not execute application.", "org.apache.flink.runtime.client.DuplicateJobSubmissionException: Job has already been submitted.")]
    [InlineData("2.3.0", "duplicate", FlinkErrorKind.DuplicateJob, "Could not execute application.", "org.apache.flink.runtime.client.DuplicateApplicationSubmissionException: Application has already been submitted.")]
    [InlineData("1.20.5", "badsavepoint", FlinkErrorKind.SavepointMissing, "Could not execute application.", "java.io.FileNotFoundException: Cannot find checkpoint or savepoint file/directory 'file:///tmp/nowhere/savepoint-1' on file system 'file'.")]
    [InlineData("2.3.0", "wrongclass", FlinkErrorKind.ClassNotFound, "The program's entry point class 'org.apache.flink.streaming.examples.NoSuchClass' was not found in the jar file.", "java.lang.ClassNotFoundException: org.apache.flink.streaming.examples.NoSuchClass")]
    [InlineData("1.20.5", "noentry", FlinkErrorKind.ClassNotFound, "Neither a 'Main-Class', nor a 'program-class' entry was found in the jar file.", "org.apache.flink.client.program.ProgramInvocationException: Neither a 'Main-Class', nor a 'program-class' entry was found in the jar file.")]
    [InlineData("2.3.0", "nojobs", FlinkErrorKind.ProgramThrew, "No jobs included in application.", null)]
    [InlineData("1.20.5", "nopath", FlinkErrorKind.NotSupported, "Unable to load requested file /nothing.", null)]
    public void Recorded_bodies_are_told_apart_and_shortened(string version, string name, FlinkErrorKind kind, string firstLine, string? lastCause) =>
        Assert.Equal(new FlinkError(kind, firstLine, lastCause), FlinkErrorReader.ReadBody(RecordedAnswers.Find(version, name).Body));

    [Theory]
    [InlineData("1.20.5", "missingjar", FlinkErrorKind.JarMissing)]
    [InlineData("2.3.0", "missingjar", FlinkErrorKind.JarMissing)]
    [InlineData("1.20.5", "mismatch", FlinkErrorKind.StateMismatch)]
    [InlineData("1.20.5", "conflict", FlinkErrorKind.Other)]
    [InlineData("2.3.0", "unknownjob", FlinkErrorKind.Other)]
    public void Recorded_bodies_have_a_kind(string version, string name, FlinkErrorKind kind) =>
        Assert.Equal(kind, FlinkErrorReader.ReadBody(RecordedAnswers.Find(version, name).Body)!.Kind);

    [Theory]
    [InlineData("java.util.concurrent.CompletionException: org.apache.flink.runtime.jobmanager.scheduler.NoResourceAvailableException: Could not acquire the minimum required resources.", FlinkErrorKind.NoSlots)]
    [InlineData("org.apache.flink.runtime.rpc.exceptions.FencingTokenException: Fencing token mismatch", FlinkErrorKind.Transient)]
    [InlineData("akka.pattern.AskTimeoutException: Ask timed out", FlinkErrorKind.Transient)]
    [InlineData("java.lang.IllegalStateException: There is no operator for the state x. Max parallelism mismatch between checkpoint and job", FlinkErrorKind.StateMismatch)]
    [InlineData("java.lang.NullPointerException", FlinkErrorKind.Other)]
    public void Traces_have_a_kind(string trace, FlinkErrorKind kind) => Assert.Equal(kind, FlinkErrorReader.ReadTrace(trace).Kind);

    [Fact]
    public void Class_names_in_front_of_a_message_are_left_out_and_long_texts_are_cut()
    {
        var error = FlinkErrorReader.ReadTrace("java.lang.RuntimeException: java.io.IOException: " + new string('x', 1000) + "\n\tat a.b.C.d(C.java:1)\nCaused by: java.io.IOException: " + new string('y', 1000));
        Assert.Equal(300, error.FirstLine.Length);
        Assert.StartsWith("xxx", error.FirstLine);
        Assert.Equal(300, error.LastCause!.Length);
        Assert.EndsWith("...", error.LastCause);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>502</html>")]
    [InlineData("[]")]
    [InlineData("""{"message":"not Flink"}""")]
    public void A_body_without_errors_is_not_flinks(string body) => Assert.Null(FlinkErrorReader.ReadBody(body));

    [Fact]
    public void Errors_without_a_text_still_have_a_sentence() =>
        Assert.Equal("Flink gave no reason.", FlinkErrorReader.ReadBody("""{"errors":[]}""")!.FirstLine);
}
