using System.Diagnostics;
using Toolbox.Sandbox.Node.Logs;

namespace Toolbox.Sandbox.Node.Processes;

/// <summary>A running command of a container with its descendants; its output goes to the container's log.</summary>
public sealed class ChildProcess
{
    static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(1);
    readonly Process process;
    readonly string folder;
    readonly Lock gate = new();
    bool ended;

    ChildProcess(Process process, string folder)
    {
        this.process = process;
        this.folder = folder;
        Id = process.Id;
    }

    public int Id { get; }

    /// <summary>Completes with the exit code (128 plus the signal's number when a signal ended it) once the command and its output have ended.</summary>
    public Task<int> Exit { get; private set; } = Task.FromResult(0);

    /// <param name="folder">Where the note about the process is kept.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static async Task<ChildProcess> StartAsync(
        ProcessLauncher launcher, IReadOnlyList<string> command, IReadOnlyDictionary<string, string> variables, string workingFolder, string folder, ContainerLog log)
    {
        var wrapped = Confinement.Wrap(command);
        var info = new ProcessStartInfo(wrapped[0], wrapped.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = workingFolder,
        };
        info.Environment.Clear();
        foreach (var (name, value) in variables)
            info.Environment[name] = value;
        var child = new ChildProcess(await launcher.StartAsync(info), folder);
        if (ProcessStat.Read(child.Id) is { } stat)
            ProcessFile.Write(folder, stat);
        child.Exit = child.RunAsync(log);
        return child;
    }

    /// <summary>Asks the command and its descendants to end; those that stand still hear it, too.</summary>
    public void Terminate()
    {
        Signal(NativeSignal.Terminate);
        Resume();
    }

    /// <summary>Command and descendants stand still, as on a machine that has no time for them.</summary>
    public void Pause() => Signal(NativeSignal.Stop);

    public void Resume() => Signal(NativeSignal.Continue);

    public void Kill() => Signal(NativeSignal.Kill);

    void Signal(int signal)
    {
        // After the end the id may already be another's.
        lock (gate)
            if (!ended && !NativeSignal.SendToGroup(Id, signal))
                NativeSignal.SendTo(Id, signal);
    }

    async Task<int> RunAsync(ContainerLog log)
    {
        process.StandardInput.Close();
        var output = Task.WhenAll(
            LinePump.RunAsync(process.StandardOutput, line => log.Write(line, "stdout")),
            LinePump.RunAsync(process.StandardError, line => log.Write(line, "stderr")));
        await ExitedAsync();
        // What the command left running dies with its container, and with it the other end of the output.
        lock (gate)
        {
            NativeSignal.SendToGroup(Id, NativeSignal.Kill);
            ended = true;
        }

        await Task.WhenAny(output, Task.Delay(OutputGrace));
        ProcessFile.Remove(folder);
        var code = process.ExitCode;
        process.Dispose();
        return code;
    }

    /// <summary>WaitForExitAsync would also wait for the end of the output, which a descendant may hold open.</summary>
    Task ExitedAsync()
    {
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Exited += (_, _) => exited.TrySetResult();
        if (process.HasExited)
            exited.TrySetResult();
        return exited.Task;
    }
}
