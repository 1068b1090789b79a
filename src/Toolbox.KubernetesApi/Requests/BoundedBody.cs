using System.Buffers;

namespace Toolbox.KubernetesApi;

/// <summary>Reads a body to its end, but never more than allowed.</summary>
static class BoundedBody
{
    public static async Task<ReadOnlyMemory<byte>> Read(HttpContent content, long limit, CancellationToken cancellation)
    {
        var announced = content.Headers.ContentLength ?? 0;
        if (announced > limit) throw new AnswerTooLongException(limit);
        var buffer = new ArrayBufferWriter<byte>((int)Math.Max(announced, 4096));
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        while (true)
        {
            var read = await stream.ReadAsync(buffer.GetMemory(4096), cancellation);
            if (read == 0) return buffer.WrittenMemory;
            buffer.Advance(read);
            if (buffer.WrittenCount > limit) throw new AnswerTooLongException(limit);
        }
    }
}
