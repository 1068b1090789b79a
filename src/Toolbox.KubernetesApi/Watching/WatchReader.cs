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
                if (Take(result.Buffer, out var next)) return Ending(next);
                if (result.IsCompleted) return End(result.Buffer);
                if (result.Buffer.Length > longestEvent) return Fail($"an event is longer than {longestEvent} bytes");
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

    bool Take(ReadOnlySequence<byte> buffer, out WatchEvent<T> next)
    {
        next = null!;
        while (buffer.PositionOf((byte)'\n') is { } end)
        {
            var line = buffer.Slice(0, end);
            var rest = buffer.GetPosition(1, end);
            if (!IsBlank(line))
            {
                next = WatchLine.Read(type, line);
                _pipe.AdvanceTo(rest);
                return true;
            }
            buffer = buffer.Slice(rest);
        }
        _pipe.AdvanceTo(buffer.Start, buffer.End);
        return false;
    }

    // A line that was cut off by a broken connection is lost on purpose: the next watch sends it again.
    WatchEvent<T>? End(ReadOnlySequence<byte> left)
    {
        _ended = true;
        return IsBlank(left) ? null : new WatchEvent<T>.Failed("the stream ended in the middle of an event", null);
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
