using System.Net;
using System.Net.Sockets;

namespace Toolbox.Sandbox.Node.Addresses;

/// <summary>
/// Hands out one address per pod from a range of this machine, never one that another sandbox holds and not soon again one that was given back
/// (clients may still remember it). A claim is a bound UDP socket: the kernel releases it with the process, however that ends.
/// </summary>
public sealed class AddressPool : IDisposable
{
    /// <summary>The port whose binding marks an address as taken; nothing is ever sent to it.</summary>
    const int ClaimPort = 64399;
    readonly AddressRange range;
    readonly Lock gate = new();
    readonly Dictionary<IPAddress, Socket> claims = [];
    long next;

    /// <param name="start">Where in the range to begin; different starts keep parallel sandboxes apart.</param>
    public AddressPool(AddressRange range, long start)
    {
        this.range = range;
        next = (start & long.MaxValue) % range.Size;
    }

    /// <summary>Takes a free address, or null when the range is used up or is not an address range of this machine.</summary>
    public IPAddress? Take()
    {
        lock (gate)
        {
            var attempts = Math.Min(range.Size, 4096);
            for (var attempt = 0; attempt < attempts; attempt++)
            {
                var address = range.At(next);
                next = (next + 1) % range.Size;
                if (AddressRange.IsUsable(address) && !claims.ContainsKey(address) && Claim(address) is { } claim)
                {
                    claims.Add(address, claim);
                    return address;
                }
            }

            return null;
        }
    }

    /// <summary>Gives an address back; one that was never taken is ignored.</summary>
    public void Release(IPAddress address)
    {
        lock (gate)
            if (claims.Remove(address, out var claim))
                claim.Dispose();
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var claim in claims.Values)
                claim.Dispose();
            claims.Clear();
        }
    }

    static Socket? Claim(IPAddress address)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ExclusiveAddressUse = true };
        try
        {
            socket.Bind(new IPEndPoint(address, ClaimPort));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
