using System.Diagnostics;
using System.Text;

namespace Toolbox.Cli.Tests.Processes;

/// <summary>flinkctl as a person sees it: under a terminal of its own, which <c>script</c> of util-linux provides.</summary>
sealed class PseudoTerminal : IDisposable
{
    const string Script = "/usr/bin/script";

    readonly Process _process;
    readonly StringBuilder _seen = new();
    readonly Task _reading;

    PseudoTerminal(Process process)
    {
        _process = process;
        _reading = Read();
    }

    /// <summary>All that was written to the terminal so far, with its escape codes.</summary>
    public string Seen
    {
        get
        {
            lock (_seen) return _seen.ToString();
        }
    }

    /// <summary>Why there can be none, or null.</summary>
    public static string? Missing => File.Exists(Script) ? null : $"No terminal: {Script} is missing; it is part of util-linux (Debian: bsdutils).";

    /// <param name="variables">Assignments for the environment, as <c>env</c> takes them.</param>
    /// <param name="arguments">Words without blanks and quotes.</param>
    public static PseudoTerminal Start(string variables, params string[] arguments)
    {
        // A terminal has no size by itself. What follows flinkctl shows its exit code and whether the terminal is as it was.
        // The shell is in the terminal's foreground group too: unless it ignores Ctrl-C, it dies with what it started and says nothing.
        var line = $"trap '' INT TERM; stty cols 160 rows 40; tty; env --default-signal=INT,TERM TERM=xterm {variables} {Flinkctl.Path} {string.Join(' ', arguments)}; echo ended with $?; stty -a";
        var process = Process.Start(new ProcessStartInfo(Script, ["-q", "-c", line, "/dev/null"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new PseudoTerminal(process);
    }

    public Task Shows(string text, int times = 1) => Wait.Until(
        () => Seen.Split(text).Length > times || _process.HasExited, () => $"{text} ({times} times), but there is:\n{Seen.Replace("\u001b", "<ESC>", StringComparison.Ordinal)}");

    /// <summary>Types on the keyboard; Ctrl-C is U+0003.</summary>
    public async Task Type(string keys)
    {
        await _process.StandardInput.WriteAsync(keys);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Gives the window another size, which the kernel tells the processes in it.</summary>
    public async Task Resize(int columns, int rows)
    {
        var device = Seen.Split('\n')[0].Trim();
        using var stty = Process.Start("/usr/bin/stty", ["-F", device, "cols", $"{columns}", "rows", $"{rows}"]);
        using var limit = new CancellationTokenSource(Flinkctl.Patience);
        await stty.WaitForExitAsync(limit.Token);
        Assert.Equal(0, stty.ExitCode);
    }

    /// <summary>Waits for the end of everything in the terminal.</summary>
    public async Task Ends()
    {
        using var limit = new CancellationTokenSource(Flinkctl.Patience);
        await _process.WaitForExitAsync(limit.Token);
        await _reading.WaitAsync(limit.Token);
        Assert.True(Seen.Contains("lnext", StringComparison.Ordinal), $"The terminal's last words are missing in:\n{Seen}");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    async Task Read()
    {
        var buffer = new char[4096];
        int read;
        while ((read = await _process.StandardOutput.ReadAsync(buffer)) > 0)
            lock (_seen) _seen.Append(buffer, 0, read);
    }
}
