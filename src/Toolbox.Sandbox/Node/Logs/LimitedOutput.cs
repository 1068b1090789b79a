using System.Text;

namespace Toolbox.Sandbox.Node.Logs;

/// <summary>Writes text to a stream until a number of bytes is reached; what comes after is dropped.</summary>
sealed class LimitedOutput(Stream target, long? limit)
{
    long left = limit ?? long.MaxValue;

    public bool IsFull => left <= 0;

    public async Task WriteAsync(string text, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var count = (int)Math.Min(bytes.Length, left);
        if (count > 0)
            await target.WriteAsync(bytes.AsMemory(0, count), cancellation);
        left -= count;
    }

    public Task FlushAsync(CancellationToken cancellation) => target.FlushAsync(cancellation);
}
