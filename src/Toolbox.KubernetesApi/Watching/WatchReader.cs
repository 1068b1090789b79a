using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace Toolbox.KubernetesApi;

/// <summary>Cuts the stream of a watch into lines and reads one event per line.</summary>
sealed class WatchReader<T>(ResourceType<T> type, Stream stream, long longestEvent)
{
    readonly PipeReader _pipe = PipeReader.Create(stream);
    bool _ended;

    /// <summary>Null at the end of the stream.</summary>
    /// <param name="limit">Cancelled when the caller cancels or the watch lasts too long.</param>
    /// <param name="caller">Cancelled by the caller alone; only this throws.</param>
    public async Task<WatchEvent<T>?> Next(CancellationToken limit, CancellationToken caller)
    {
        if (_ended) return null;
        try
        {
            while (true)
            {
                var result = await _pipe.ReadAsync(limit);
                var (next, left) = Take(result.Buffer);
                if (next is not null) return Ending(next);
                if (result.IsCompleted) return End(left);
                if (left > longestEvent) return Fail($"an event is longer than {longestEvent} bytes");
            }
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return Fail("the server did not end the watch in time");
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException and not ObjectDisposedException)
        {
            return Fail($"an event cannot be read: {exception.Message}");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or ObjectDisposedException)
        {
            return Fail(Transport.Reason(exception));
        }
    }

    /// <summary>The first event of the buffer, or how many bytes of an unfinished one it holds.</summary>
    (WatchEvent<T>? Next, long Left) Take(ReadOnlySequence<byte> buffer)
    {
        while (buffer.PositionOf((byte)'\n') is { } end)
        {
            var line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            if (IsBlank(line)) continue;
            var next = WatchLine.Read(type, line);
            _pipe.AdvanceTo(buffer.Start);
            return (next, 0);
        }
        var left = IsBlank(buffer) ? 0 : buffer.Length;
        _pipe.AdvanceTo(buffer.Start, buffer.End);
        return (null, left);
    }

    // A line that was cut off by a broken connection is lost on purpose: the next watch sends it again.
    WatchEvent<T>? End(long left)
    {
        _ended = true;
        return left == 0 ? null : new WatchEvent<T>.Failed("the stream ended in the middle of an event", null);
    }

    WatchEvent<T> Ending(WatchEvent<T> next)
    {
        _ended = next is WatchEvent<T>.Expired or WatchEvent<T>.Failed;
        return next;
    }

    WatchEvent<T> Fail(string reason) => Ending(new WatchEvent<T>.Failed(reason, null));

    static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var part in line)
            if (part.Span.ContainsAnyExcept((byte)' ', (byte)'\r', (byte)'\n')) return false;
        return true;
    }
}
