using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Toolbox.Core;

/// <summary>Names and ids derived from a resource's uid and a counter: the same for every retry, different for everything else.</summary>
public static class Identifiers
{
    // Kubernetes' own alphabet for generated names: no vowels, no characters that look alike.
    const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";

    /// <summary>A Flink job id or trigger id: 32 lower-case hexadecimal digits.</summary>
    public static string FlinkId(string uid, string purpose, int attempt)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash($"{uid}/{purpose}/{attempt}", hash);
        return Convert.ToHexStringLower(hash[..16]);
    }

    /// <summary>
    /// A trigger id of a Flink job: it follows from the job's own id, so that it is as unlike those of other jobs, and differs for every moment.
    /// </summary>
    /// <param name="jobId">An id that <see cref="FlinkId"/> made.</param>
    /// <param name="moment">Milliseconds of the Unix epoch.</param>
    public static string TriggerId(string jobId, long moment)
    {
        if (!UInt128.TryParse(jobId, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)) return FlinkId(jobId, $"savepoint/{moment}", 0);
        return (id ^ new UInt128(Mix(~(ulong)moment), Mix((ulong)moment))).ToString("x32", CultureInfo.InvariantCulture);
    }

    // The finalizer of SplitMix64: it spreads neighbouring moments over all bits and never maps two to one.
    static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>Five characters, as Kubernetes appends them to generated names.</summary>
    public static string Suffix(string uid, string purpose, int attempt)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash($"{uid}/{purpose}/{attempt}", hash);
        Span<char> suffix = stackalloc char[5];
        for (var i = 0; i < suffix.Length; i++) suffix[i] = Alphabet[hash[i] % Alphabet.Length];
        return new string(suffix);
    }

    static void Hash(string text, Span<byte> hash)
    {
        Span<byte> room = stackalloc byte[256];
        SHA256.HashData(Encoding.UTF8.TryGetBytes(text, room, out var length) ? room[..length] : Encoding.UTF8.GetBytes(text), hash);
    }
}
