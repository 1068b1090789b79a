namespace Toolbox.Sandbox.Node.Processes;

/// <summary>Puts a command under the small tools of the operating system that tie it to this process.</summary>
public static class Confinement
{
    /// <summary>
    /// The command in a session of its own (so that all its descendants can be signalled) that the kernel kills when this process dies.
    /// Where util-linux is missing, the command alone.
    /// </summary>
    public static IReadOnlyList<string> Wrap(IReadOnlyList<string> command)
    {
        var prefix = new List<string>();
        if (Find("setsid") is { } setsid)
            prefix.Add(setsid);
        prefix.AddRange(DieWithParent());
        return [.. prefix, .. command];
    }

    /// <summary>The prefix that makes the kernel kill the command with its parent; empty where it is not available.</summary>
    public static IReadOnlyList<string> DieWithParent() => Find("setpriv") is { } setpriv ? [setpriv, "--pdeathsig", "KILL", "--"] : [];

    /// <summary>A program on the PATH; null when there is none.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin")
        .Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
