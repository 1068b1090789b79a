using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Toolbox.Cli.Tests.Processes;

/// <summary>A process of the built flinkctl with what it wrote so far; killed with its descendants when a test is over.</summary>
sealed partial class Flinkctl : IDisposable
{
    /// <summary>Generous, since test machines are shared; what is waited for usually comes within seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly Process _process;
    readonly ConcurrentQueue<string> _lines = new();
    readonly ConcurrentQueue<string> _errors = new();

    Flinkctl(Process process) => _process = process;

    public int Id => _process.Id;

    public IReadOnlyCollection<string> Lines => _lines;

    public string Output => string.Join('\n', _lines);

    public string Errors => string.Join('\n', _errors);

    /// <summary>The one that TOOLBOX_FLINKCTL names (such as the native executable), or the one that was built beside the tests.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("TOOLBOX_FLINKCTL") is { Length: > 0 } named
        ? System.IO.Path.GetFullPath(named)
        : System.IO.Path.Combine(AppContext.BaseDirectory, "flinkctl");

    public static Flinkctl Start(IReadOnlyDictionary<string, string?> variables, params string[] arguments)
    {
        // Whoever runs tests in the background of a shell hands SIGINT down as ignored.
        var info = new ProcessStartInfo("/usr/bin/env", ["--default-signal=INT,TERM", Path, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables) info.Environment[name] = value;
        var flinkctl = new Flinkctl(Process.Start(info)!);
        flinkctl._process.OutputDataReceived += (_, line) => Keep(flinkctl._lines, line.Data);
        flinkctl._process.ErrorDataReceived += (_, line) => Keep(flinkctl._errors, line.Data);
        flinkctl._process.BeginOutputReadLine();
        flinkctl._process.BeginErrorReadLine();
        return flinkctl;
    }

    public static Flinkctl Start(params string[] arguments) => Start(new Dictionary<string, string?>(), arguments);

    /// <summary>The exit code, once all output has been read.</summary>
    public async Task<int> Exit()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Waits for a line of the output that contains all the words.</summary>
    public Task Says(params string[] words) => Wait.Until(
        () => _process.HasExited || _lines.Any(line => words.All(word => line.Contains(word, StringComparison.Ordinal))),
        () => $"a line with {string.Join(", ", words)}, but there is:\n{Output}\n{Errors}");

    public void Signal(PosixSignal signal) => Send(Id, signal == PosixSignal.SIGINT ? 2 : 15);

    public void Kill() => Send(Id, 9);

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null) lines.Enqueue(line);
    }

    static void Send(int process, int signal)
    {
        if (Native(process, signal) != 0) throw new InvalidOperationException($"Process {process} cannot be signalled");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Native(int process, int signal);
}
