using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Toolbox.Sandbox.Tests.SimulatedFlink;

public sealed class SubmissionTests
{
    [Theory]
    [InlineData("1.9.3", 500, "JobSubmissionException: Job has already been submitted.")]
    [InlineData("1.20.5", 400, "DuplicateJobSubmissionException: Job has already been submitted.")]
    [InlineData("2.3.0", 400, "DuplicateApplicationSubmissionException: Application has already been submitted.")]
    public async Task A_job_id_is_used_up_for_the_life_of_the_process(string version, int status, string text)
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync(version);
        await flink.Run('a', "com.example.BatchJob");
        flink.Pass(10);
        var again = await flink.Run('a');
        Assert.Equal(status, again.Status);
        Assert.Contains(text, again.Errors);
    }

    [Fact]
    public async Task A_class_that_is_not_in_the_jar_is_refused_as_flink_does()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        var jar = await flink.UploadId("real.jar", stream => WriteJar(stream, "com/example/TestJob.class", "Manifest-Version: 1.0\nMain-Class: com.example.TestJob\n"));
        var wrong = await flink.Send(HttpMethod.Post, $"/jars/{jar}/run", new JsonObject { ["entryClass"] = "com.example.Missing" });
        Assert.Equal(500, wrong.Status);
        Assert.Contains("The program's entry point class 'com.example.Missing' was not found in the jar file.", wrong.Errors);
        Assert.Contains("java.lang.ClassNotFoundException: com.example.Missing", wrong.Errors);
        Assert.Equal(200, (await flink.Send(HttpMethod.Post, $"/jars/{jar}/run", new JsonObject { ["entryClass"] = "com.example.TestJob" })).Status);
        Assert.Equal(200, (await flink.Send(HttpMethod.Post, $"/jars/{jar}/run")).Status);
    }

    [Fact]
    public async Task A_file_that_is_no_archive_is_taken_and_fails_only_when_it_is_run()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        var jar = await flink.UploadId("broken.jar", stream => stream.Write("no archive"u8));
        var answer = await flink.Send(HttpMethod.Post, $"/jars/{jar}/run", new JsonObject { ["entryClass"] = "x.Y" });
        Assert.Equal(500, answer.Status);
        Assert.Contains("Error while opening jar file", answer.Errors);
    }

    [Fact]
    public async Task Jars_are_listed_newest_first_and_can_be_deleted_once()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        var first = await flink.UploadId("one.jar");
        var second = await flink.UploadId("two.jar");
        var files = (await flink.Get("/v1/jars")).Body["files"]!.AsArray();
        Assert.Equal([second, first], files.Select(file => (string)file!["id"]!));
        Assert.Equal(200, (await flink.Send(HttpMethod.Delete, $"/jars/{first}")).Status);
        var again = await flink.Send(HttpMethod.Delete, $"/jars/{first}");
        Assert.Equal(400, again.Status);
        Assert.Contains($"File {first} does not exist in", again.Errors);
        Assert.Contains("Jar file", (await flink.Send(HttpMethod.Post, $"/jars/{first}/run")).Errors);
    }

    [Fact]
    public async Task Only_jar_files_can_be_uploaded()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        var answer = await flink.Upload("notes.txt");
        Assert.Equal(400, answer.Status);
        Assert.Contains("Only Jar files are allowed.", answer.Errors);
        Assert.Empty((await flink.Get("/jars")).Body["files"]!.AsArray());
    }

    [Theory]
    [InlineData("1.19.1", 400)]
    [InlineData("1.20.5", 200)]
    public async Task Unknown_fields_are_refused_before_1_20_and_ignored_since(string version, int status)
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync(version);
        var answer = await flink.Send(HttpMethod.Post, $"/jars/{await flink.UploadId()}/run", new JsonObject { ["entryClass"] = "a.B", ["claimMode"] = "CLAIM" });
        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task State_that_does_not_exist_leaves_a_failed_job_and_the_reason()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync("2.3.0");
        var answer = await flink.Run('a', savepointPath: "file:///data/nowhere");
        Assert.Equal(400, answer.Status);
        Assert.Contains("Cannot find checkpoint or savepoint file/directory 'file:///data/nowhere' on file system 'file'.", answer.Errors);
        Assert.Equal("FAILED", await flink.State('a'));
        var history = (await flink.Get($"/jobs/{new string('a', 32)}/exceptions")).Body["exceptionHistory"]!["entries"]!;
        Assert.Contains("FileNotFoundException", (string)history[0]!["stacktrace"]!);
    }

    [Fact]
    public async Task State_of_another_program_is_refused_unless_it_may_be_left_out()
    {
        await using var flink = await SimulatedFlinkFixture.StartAsync();
        await flink.Run('a', "com.example.TestJob");
        flink.Pass(1);
        var location = (string)(await flink.Savepoint('a'))["location"]!;
        Assert.Contains("Cannot map checkpoint/savepoint state", (await flink.Run('b', "com.example.OtherJob", savepointPath: location)).Errors);
        var answer = await flink.Send(HttpMethod.Post, $"/jars/{await flink.UploadId()}/run", new JsonObject
        {
            ["entryClass"] = "com.example.OtherJob", ["savepointPath"] = location, ["allowNonRestoredState"] = true,
        });
        Assert.Equal(200, answer.Status);
    }

    static void WriteJar(Stream stream, string entry, string manifest)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        using (var content = archive.CreateEntry("META-INF/MANIFEST.MF").Open()) content.Write(Encoding.UTF8.GetBytes(manifest));
        archive.CreateEntry(entry);
    }
}
