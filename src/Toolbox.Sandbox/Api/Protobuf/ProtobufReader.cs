using System.Buffers.Binary;

namespace Toolbox.Sandbox.Api.Protobuf;

/// <summary>Reads tags and values of protobuf's wire format.</summary>
ref struct ProtobufReader(ReadOnlySpan<byte> text)
{
    ReadOnlySpan<byte> _rest = text;

    public readonly bool IsAtEnd => _rest.Length == 0;

    /// <exception cref="FormatException">The text ends within a value.</exception>
    public (int Number, int WireType) Tag()
    {
        var tag = Varint();
        return ((int)(tag >> 3), (int)(tag & 7));
    }

    public ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80) return value;
        }
        throw new FormatException("a number is too long");
    }

    public ReadOnlySpan<byte> Bytes() => Take(checked((int)Varint()));

    /// <summary>A number of whatever wire type, else -1 after having skipped the value.</summary>
    public long Number(int wireType)
    {
        switch (wireType)
        {
            case 0: return (long)Varint();
            case 1: return BinaryPrimitives.ReadInt64LittleEndian(Take(8));
            case 2: Bytes(); return -1;
            case 5: return BinaryPrimitives.ReadInt32LittleEndian(Take(4));
            default: throw new FormatException($"wire type {wireType} is unknown");
        }
    }

    ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _rest.Length) throw new FormatException("the text ends within a value");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
