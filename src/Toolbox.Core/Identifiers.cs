using System.Security.Cryptography;
using System.Text;

namespace Toolbox.Core;

/// <summary>Names and ids derived from a resource's uid and a counter: the same for every retry, different for everything else.</summary>
public static class Identifiers
{
    // Kubernetes' own alphabet for generated names: no vowels, no characters that look alike.
    const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";

    /// <summary>A Flink job id or trigger id: 32 lower-case hexadecimal digits.</summary>
    public static string FlinkId(string uid, string purpose, int attempt) =>
        Convert.ToHexStringLower(Hash($"{uid}/{purpose}/{attempt}").AsSpan(0, 16));

    /// <summary>Five characters, as Kubernetes appends them to generated names.</summary>
    public static string Suffix(string uid, string purpose, int attempt)
    {
        var hash = Hash($"{uid}/{purpose}/{attempt}");
        return string.Create(5, hash, static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = Alphabet[bytes[i] % Alphabet.Length];
        });
    }

    static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
