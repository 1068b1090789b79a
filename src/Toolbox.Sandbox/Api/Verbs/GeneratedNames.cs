using System.Security.Cryptography;

namespace Toolbox.Sandbox.Api.Verbs;

/// <summary>Names from <c>generateName</c>.</summary>
static class GeneratedNames
{
    // No vowels and no look-alikes, as in apiserver's names generator.
    const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";
    const int Longest = 63;
    const int Suffix = 5;

    public static string From(string prefix) =>
        (prefix.Length > Longest - Suffix ? prefix[..(Longest - Suffix)] : prefix) + RandomNumberGenerator.GetString(Alphabet, Suffix);
}
