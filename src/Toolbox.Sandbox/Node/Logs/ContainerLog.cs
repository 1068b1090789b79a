namespace Toolbox.Sandbox.Node.Logs;

/// <summary>
/// The log of one run of a container: a file that is turned over once when it is full, so at most twice the limit is kept.
/// Thread-safe; readers that follow are woken for each line and at the end.
/// </summary>
public sealed class ContainerLog : IDisposable
{
    const int Remembered = 80;
    readonly Lock gate = new();
    readonly Queue<string> last = new();
    readonly TimeProvider clock;
    readonly long limit;
    StreamWriter? writer;
    long written;
    TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="limit">Bytes after which the file is turned over to <c>FILE.1</c>.</param>
    public ContainerLog(string file, long limit, TimeProvider clock)
    {
        FilePath = file;
        this.limit = limit;
        this.clock = clock;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        writer = Open();
    }

    public string FilePath { get; }

    /// <summary>How often the file was turned over.</summary>
    public int Turn { get; private set; }

    public bool HasEnded
    {
        get { lock (gate) return writer is null; }
    }

    /// <summary>Completes at the next line or at the end.</summary>
    public Task Changed
    {
        get { lock (gate) return writer is null ? Task.CompletedTask : changed.Task; }
    }

    public IReadOnlyList<string> LastLines
    {
        get { lock (gate) return [.. last]; }
    }

    public void Write(string text, string stream = "stdout")
    {
        lock (gate)
        {
            if (writer is null)
                return;
            var line = new LogLine(clock.GetUtcNow().UtcDateTime, stream, text).ToString();
            if (written > limit)
                TurnOver();
            writer.WriteLine(line);
            writer.Flush();
            written += System.Text.Encoding.UTF8.GetByteCount(line) + 1;
            last.Enqueue(text);
            if (last.Count > Remembered)
                last.Dequeue();
            Wake();
        }
    }

    /// <summary>Some more lines of this log's file; read here so that a line that is being written is never seen in halves.</summary>
    public IReadOnlyList<LogLine> Read(StreamReader reader, int count)
    {
        lock (gate)
            return [.. LogReader.Lines(reader).Take(count)];
    }

    public void Dispose()
    {
        lock (gate)
        {
            writer?.Dispose();
            writer = null;
            Wake();
        }
    }

    void TurnOver()
    {
        writer!.Dispose();
        File.Move(FilePath, FilePath + ".1", overwrite: true);
        Turn++;
        writer = Open();
    }

    StreamWriter Open()
    {
        var file = new FileStream(FilePath, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        written = 0;
        return new StreamWriter(file);
    }

    void Wake()
    {
        changed.TrySetResult();
        changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
