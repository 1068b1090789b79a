namespace Toolbox.Kubernetes.Observations;

/// <summary>Texts of other programs, brought into a form that fits into a status.</summary>
static class OneLine
{
    const int Longest = 400;

    /// <summary>One line of at most 400 characters; the end is kept, because that is where a stack trace or a log says what happened last.</summary>
    public static string Of(string? text)
    {
        var line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : "..." + line[^(Longest - 3)..];
    }

    /// <summary>A reason and what is said about it: <c>ImagePullBackOff: Back-off pulling image</c>.</summary>
    public static string Of(string? reason, string? message) =>
        string.IsNullOrWhiteSpace(message) ? Of(reason) : Of(string.IsNullOrWhiteSpace(reason) ? message : $"{reason}: {message}");
}
