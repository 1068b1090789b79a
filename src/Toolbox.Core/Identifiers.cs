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
