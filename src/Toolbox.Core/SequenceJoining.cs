using LanguageExt;

namespace Toolbox.Core;

/// <summary>Joins sequences in place of LanguageExt's own operator, whose type nests into itself (a sequence of sequences of sequences…): the native compiler refuses that.</summary>
public static class SequenceJoining
{
    /// <returns>All of <paramref name="first"/>, then all of <paramref name="second"/>; evaluated at once.</returns>
    public static Seq<T> FollowedBy<T>(this Seq<T> first, Seq<T> second)
    {
        if (first.IsEmpty) return second.Strict();
        if (second.IsEmpty) return first.Strict();
        var joined = new T[first.Count + second.Count];
        var position = 0;
        foreach (var item in first) joined[position++] = item;
        foreach (var item in second) joined[position++] = item;
        return joined.ToSeq();
    }
}
