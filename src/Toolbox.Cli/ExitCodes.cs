namespace Toolbox.Cli;

/// <summary>Exit codes of all commands.</summary>
public static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;

    /// <summary>The command line, a file that it names or the machine is not as needed: one line says what.</summary>
    public const int Usage = 2;

    /// <summary>Something would change; only where a command was asked to tell by its exit code.</summary>
    public const int Changes = 3;

    /// <summary>Ctrl-C, or another signal to end, before the command was done: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}
