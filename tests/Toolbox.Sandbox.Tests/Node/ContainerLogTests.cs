using System.Text;
using Toolbox.Sandbox.Node.Logs;

namespace Toolbox.Sandbox.Tests.Node;

public sealed class ContainerLogTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("logs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    ContainerLog Open(long limit = 1_000_000) => new(Path.Combine(folder, "0.log"), limit, TimeProvider.System);

    static async Task<string> Read(ContainerLog log, LogRequest request)
    {
        using var target = new MemoryStream();
        await LogReader.CopyAsync(log.FilePath, log, request, target, CancellationToken.None);
        return Encoding.UTF8.GetString(target.ToArray());
    }

    [Fact]
    public async Task Lines_come_back_whole_or_from_the_end_or_up_to_a_number_of_bytes()
    {
        using var log = Open();
        foreach (var line in new[] { "one", "two words", "three" })
            log.Write(line);
        Assert.Equal("one\ntwo words\nthree\n", await Read(log, new LogRequest()));
        Assert.Equal("three\n", await Read(log, new LogRequest { TailLines = 1 }));
        Assert.Equal("", await Read(log, new LogRequest { TailLines = 0 }));
        Assert.Equal("one\ntw", await Read(log, new LogRequest { LimitBytes = 6 }));
    }

    [Fact]
    public async Task Times_are_put_before_lines_and_old_lines_are_left_out()
    {
        using var log = Open();
        log.Write("text");
        Assert.Matches("^[0-9-]{10}T[0-9:]{8}\\.[0-9]{9}Z text\n$", await Read(log, new LogRequest { Timestamps = true }));
        Assert.Equal("", await Read(log, new LogRequest { Since = DateTime.UtcNow.AddHours(1) }));
    }

    [Fact]
    public async Task A_follower_sees_each_line_until_the_end()
    {
        var log = Open();
        log.Write("before");
        var follower = Read(log, new LogRequest { Follow = true });
        for (var number = 1; number <= 50; number++)
            log.Write($"after {number}");
        Assert.False(follower.IsCompleted);
        log.Dispose();
        var lines = (await follower.WaitAsync(TimeSpan.FromSeconds(60))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["before", .. Enumerable.Range(1, 50).Select(number => $"after {number}")], lines);
    }

    [Fact]
    public async Task A_follower_goes_on_in_the_next_file_when_one_is_full()
    {
        var log = Open(limit: 400);
        using var target = new MemoryStream();
        var follower = LogReader.CopyAsync(log.FilePath, log, new LogRequest { Follow = true }, target, CancellationToken.None);
        var expected = "";
        for (var number = 1; number <= 30; number++)
        {
            expected += $"line {number}\n";
            log.Write($"line {number}");
            // A follower that is two files behind would miss lines, as with any log that is turned over.
            await Eventually.Holds(() => target.Length == expected.Length, "the follower has seen the line", 10);
        }

        log.Dispose();
        await follower.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(expected, Encoding.UTF8.GetString(target.ToArray()));
        Assert.True(log.Turn > 1);
    }

    [Fact]
    public void A_full_file_is_turned_over_so_that_the_disk_is_not_filled()
    {
        using var log = Open(limit: 1000);
        for (var number = 0; number < 1000; number++)
            log.Write($"line {number}");
        Assert.InRange(Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length), 100, 2200);
        Assert.Equal(80, log.LastLines.Count);
        Assert.Equal("line 999", log.LastLines[^1]);
    }
}
