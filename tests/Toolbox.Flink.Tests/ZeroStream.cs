namespace Toolbox.Flink.Tests;

/// <summary>Zeros of which nobody knows the number beforehand; tells of each read.</summary>
sealed class ZeroStream(long length, Action read) : Stream
{
    long left = length;

    public int Reads { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        Reads++;
        read();
        var taken = (int)Math.Min(count, left);
        Array.Clear(buffer, offset, taken);
        left -= taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
