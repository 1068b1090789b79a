using System.Text;

namespace Toolbox.Sandbox.Node.Logs;

/// <summary>Streams a container's log to a reader.</summary>
public static class LogReader
{
    /// <param name="live">The log while its container runs or ran in this process; null for one of an earlier process.</param>
    public static async Task CopyAsync(string file, ContainerLog? live, LogRequest request, Stream target, CancellationToken cancellation)
    {
        var output = new LimitedOutput(target, request.LimitBytes);
        var turn = live?.Turn ?? 0;
        using var reader = Open(file);
        foreach (var line in Tail(Old(file).Concat(Rest(live, reader)).Where(request.Wants), request.TailLines))
            await output.WriteAsync(request.Render(line), cancellation);
        await output.FlushAsync(cancellation);
        if (request.Follow && live is not null)
            await FollowAsync(live, reader, turn, request, output, cancellation);
    }

    static async Task FollowAsync(ContainerLog live, StreamReader reader, int turn, LogRequest request, LimitedOutput output, CancellationToken cancellation)
    {
        var current = reader;
        try
        {
            while (!output.IsFull)
            {
                // Taken before the reading, so that a line written in between is not missed.
                var (changed, ended, seen) = (live.Changed, live.HasEnded, live.Turn);
                foreach (var line in Rest(live, current).Where(request.Wants))
                    await output.WriteAsync(request.Render(line), cancellation);
                await output.FlushAsync(cancellation);
                if (seen != turn)
                {
                    if (current != reader)
                        current.Dispose();
                    (turn, current) = (seen, Open(live.FilePath));
                    continue;
                }

                if (ended)
                    return;
                await changed.WaitAsync(cancellation);
            }
        }
        finally
        {
            if (current != reader)
                current.Dispose();
        }
    }

    static StreamReader Open(string file) => new(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);

    static IEnumerable<LogLine> Old(string file)
    {
        if (!File.Exists(file + ".1"))
            yield break;
        using var reader = Open(file + ".1");
        foreach (var line in Lines(reader))
            yield return line;
    }

    static IEnumerable<LogLine> Rest(ContainerLog? live, StreamReader reader)
    {
        if (live is null)
            return Lines(reader);
        return Batches(live, reader).SelectMany(batch => batch);
    }

    static IEnumerable<IReadOnlyList<LogLine>> Batches(ContainerLog live, StreamReader reader)
    {
        while (live.Read(reader, 500) is { Count: > 0 } batch)
            yield return batch;
    }

    internal static IEnumerable<LogLine> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } text)
            if (LogLine.Parse(text) is { } line)
                yield return line;
    }

    static IEnumerable<LogLine> Tail(IEnumerable<LogLine> lines, int? count) => count is { } number ? lines.TakeLast(number) : lines;
}
