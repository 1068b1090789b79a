using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Toolbox.Sandbox.Node.Addresses;

/// <summary>A range of IPv4 addresses that this machine answers for, written like <c>127.64.0.0/10</c>.</summary>
public sealed record AddressRange
{
    /// <summary>On Linux all of 127.0.0.0/8 belongs to the machine; this part is far from what people use by hand.</summary>
    public static readonly AddressRange Default = Parse("127.64.0.0/10");

    readonly uint first;

    AddressRange(string text, uint first, long size)
    {
        Text = text;
        this.first = first;
        Size = size;
    }

    public string Text { get; }

    /// <summary>The number of addresses, usable or not.</summary>
    public long Size { get; }

    /// <exception cref="SandboxException">The text is not an IPv4 network with a prefix of 8 to 30 bits.</exception>
    public static AddressRange Parse(string text)
    {
        if (!IPNetwork.TryParse(text, out var network) || network.BaseAddress.AddressFamily != AddressFamily.InterNetwork
            || network.PrefixLength is < 8 or > 30)
            throw new SandboxException($"pod addresses: '{text}' is not an IPv4 range such as 127.64.0.0/10 (prefix 8 to 30)");
        var first = BinaryPrimitives.ReadUInt32BigEndian(network.BaseAddress.GetAddressBytes());
        return new AddressRange(text, first, 1L << (32 - network.PrefixLength));
    }

    /// <summary>The address at a place of the range, from 0.</summary>
    public IPAddress At(long place)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, first + (uint)place);
        return new IPAddress(bytes);
    }

    /// <summary>Addresses that end in 0, 1 or 255 look like networks, gateways and broadcasts, and are left alone.</summary>
    public static bool IsUsable(IPAddress address) => address.GetAddressBytes()[3] is not (0 or 1 or 255);
}
